package dev.mcphotfix.agent.http.jdk;

import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.HeldForm;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a host's publisher and what sends its body: holds the body until it is decided
 * about, asking for it bit by bit, and then hands on what was held and the rest, with the demand
 * and cancellation of what sends it.
 *
 * <p>Signals come from whatever thread publishes or asks; what sends the body gets them one at a
 * time, and none before it has asked for the first time, as from the JDK's own publishers.
 */
final class HeldSubscriber implements Flow.Subscriber<ByteBuffer>, Flow.Subscription {

  /** Of what sends the body, while it has never asked. */
  private static final long NONE = -1;

  private final Attempt attempt;
  private final long told;

  /** Used by signals of the publisher only, which come one at a time, and not under the lock. */
  private final HeldForm form;

  private final CompletableFuture<?> decided = new CompletableFuture<>();
  private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
  private Flow.@Nullable Subscription upstream;
  private Flow.@Nullable Subscriber<? super ByteBuffer> downstream;
  private @Nullable Throwable failure;
  private boolean holding;
  private boolean letGo;
  private boolean complete;
  private boolean emitting;
  private boolean asked;
  private boolean ended;
  private long length;
  private long demand = NONE;

  /**
   * @param told in bytes; negative where it is not known
   */
  HeldSubscriber(Attempt attempt, long told) {
    this.attempt = attempt;
    this.told = told;
    length = told;
    form = new HeldForm(attempt, told);
    form.add(new byte[0], 0, 0);
    holding = form.isHolding();
  }

  /** Completed when nothing is held any more. */
  CompletableFuture<?> decided() {
    return decided;
  }

  /** Of the body that is handed on, in bytes; negative where it is not known. */
  synchronized long length() {
    return length;
  }

  /** Nobody waits for the decision any more: whatever comes of it, the length is as it was told. */
  void letGo() {
    synchronized (this) {
      letGo = true;
    }
    decided.complete(null);
  }

  /** Hands on to this one from now on. */
  void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    synchronized (this) {
      downstream = subscriber;
    }
    subscriber.onSubscribe(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    synchronized (this) {
      upstream = subscription;
      asked = true;
    }
    subscription.request(1);
  }

  @Override
  public void onNext(ByteBuffer buffer) {
    synchronized (this) {
      asked = false;
      if (!holding) {
        waiting.add(buffer);
      }
    }
    boolean held = form.isHolding();
    byte[] passing = form.add(buffer.duplicate());
    if (held && !form.isHolding()) {
      release(passing, told);
    } else if (held && form.isAsTold()) {
      whole();
    }
    proceed();
  }

  @Override
  public void onError(Throwable cause) {
    end(cause, false);
  }

  @Override
  public void onComplete() {
    end(null, true);
  }

  private void end(@Nullable Throwable cause, boolean isWhole) {
    boolean held = form.isHolding();
    if (isWhole) {
      whole();
    } else {
      byte[] part = form.part();
      if (held) {
        release(part, told);
      }
    }
    synchronized (this) {
      failure = cause;
      complete = true;
    }
    proceed();
  }

  private void whole() {
    boolean held = form.isHolding();
    byte[] body = isLetGo() ? form.part() : form.whole();
    if (held) {
      release(body, told < 0 || !attempt.isChanged() ? told : body.length);
    }
  }

  private synchronized boolean isLetGo() {
    return letGo;
  }

  /** Hands on what was held; another form comes too late where nobody has waited for it. */
  private synchronized void release(byte[] body, long newLength) {
    holding = false;
    length = letGo ? told : newLength;
    byte[] sent = letGo && attempt.isChanged() ? form.own() : body;
    if (sent.length > 0) {
      waiting.add(ByteBuffer.wrap(sent));
    }
  }

  @Override
  public void request(long count) {
    synchronized (this) {
      long before = Math.max(0, demand);
      demand = before + count < 0 ? Long.MAX_VALUE : before + count;
    }
    emit();
  }

  @Override
  public void cancel() {
    Flow.Subscription cancelled;
    synchronized (this) {
      ended = true;
      cancelled = upstream;
    }
    if (cancelled != null) {
      cancelled.cancel();
    }
  }

  /** Goes on outside the lock, where the client's and the host's code may be called. */
  private void proceed() {
    Flow.Subscription more;
    boolean held;
    synchronized (this) {
      held = holding && !complete;
      more = held && !asked && !ended ? upstream : null;
      asked |= more != null;
    }
    if (more != null) {
      more.request(1);
    } else if (!held) {
      decided.complete(null);
      emit();
    }
  }

  /** Hands over what is waiting and wanted, in order, from one thread at a time. */
  private void emit() {
    while (true) {
      Runnable next;
      synchronized (this) {
        next = emitting || downstream == null || ended ? null : next(downstream);
        emitting = emitting || next != null;
      }
      if (next == null) {
        return;
      }
      next.run();
      synchronized (this) {
        emitting = false;
      }
    }
  }

  private @Nullable Runnable next(Flow.Subscriber<? super ByteBuffer> subscriber) {
    if (demand == NONE || holding) {
      return null;
    }
    if (!waiting.isEmpty()) {
      return demand == 0 ? null : item(subscriber, waiting.remove());
    }
    if (complete) {
      ended = true;
      Throwable cause = failure;
      return cause == null ? subscriber::onComplete : () -> subscriber.onError(cause);
    }
    Flow.Subscription source = upstream;
    if (asked || demand == 0 || source == null) {
      return null;
    }
    asked = true;
    return () -> source.request(1);
  }

  private Runnable item(Flow.Subscriber<? super ByteBuffer> subscriber, ByteBuffer buffer) {
    demand = demand == Long.MAX_VALUE ? demand : demand - 1;
    return () -> subscriber.onNext(buffer);
  }
}
