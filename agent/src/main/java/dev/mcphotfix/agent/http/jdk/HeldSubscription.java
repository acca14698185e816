package dev.mcphotfix.agent.http.jdk;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The subscription of what sends a body: hands on what has come of it, in order and as it is asked
 * for, and asks the host's publisher for the rest.
 *
 * <p>Signals come from whatever thread publishes or asks; what sends the body gets them one at a
 * time, and none before it has asked for the first time, as from the JDK's own publishers. It is
 * not called with the lock held.
 */
final class HeldSubscription implements Flow.Subscription {

  /** Of what sends the body, while it has never asked. */
  private static final long NONE = -1;

  private final HostSubscription source;
  private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
  private Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;
  private @Nullable Throwable failure;
  private boolean open;
  private boolean complete;
  private boolean emitting;
  private boolean ended;
  private long demand = NONE;

  HeldSubscription(HostSubscription source) {
    this.source = source;
  }

  /** Hands on to this one from now on. */
  void subscribe(Flow.Subscriber<? super ByteBuffer> sender) {
    synchronized (this) {
      subscriber = sender;
    }
    sender.onSubscribe(this);
  }

  /** This is the next part. */
  synchronized void add(ByteBuffer part) {
    if (!complete) {
      waiting.add(part);
    }
  }

  /** From now on what is there is handed on. */
  synchronized void open() {
    open = true;
  }

  /** There will be no other part. */
  synchronized void end(@Nullable Throwable cause) {
    failure = complete ? failure : cause;
    complete = true;
    open = true;
  }

  @Override
  public void request(long count) {
    if (count > 0) {
      want(count);
    } else {
      refuse();
    }
    emit();
  }

  private synchronized void want(long count) {
    long before = Math.max(0, demand);
    demand = before + count < 0 ? Long.MAX_VALUE : before + count;
  }

  /** As the JDK's own publishers do (Reactive Streams, rule 3.9). */
  private void refuse() {
    source.cancel();
    synchronized (this) {
      demand = Math.max(0, demand);
      waiting.clear();
      end(new IllegalArgumentException("non-positive subscription request"));
    }
  }

  @Override
  public void cancel() {
    synchronized (this) {
      ended = true;
      subscriber = null;
      waiting.clear();
    }
    source.cancel();
  }

  /** Hands over what is there and wanted, from one thread at a time. */
  void emit() {
    for (Runnable next = next(); next != null; next = next()) {
      try {
        next.run();
      } finally {
        synchronized (this) {
          emitting = false;
        }
      }
    }
  }

  private synchronized @Nullable Runnable next() {
    Flow.Subscriber<? super ByteBuffer> sender = open && demand != NONE ? subscriber : null;
    Runnable next = emitting || ended || sender == null ? null : next(sender);
    emitting |= next != null;
    return next;
  }

  private @Nullable Runnable next(Flow.Subscriber<? super ByteBuffer> sender) {
    if (!waiting.isEmpty()) {
      return demand == 0 ? null : part(sender, waiting.remove());
    }
    if (complete) {
      ended = true;
      Throwable cause = failure;
      return cause == null ? sender::onComplete : () -> sender.onError(cause);
    }
    Flow.Subscription more = demand == 0 ? null : source.unasked();
    return more == null ? null : () -> more.request(1);
  }

  private Runnable part(Flow.Subscriber<? super ByteBuffer> sender, ByteBuffer part) {
    demand = demand == Long.MAX_VALUE ? demand : demand - 1;
    return () -> sender.onNext(part);
  }
}
