package dev.mcphotfix.agent.http.jdk;

import dev.mcphotfix.agent.http.FormBytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a body that is published bit by bit: subscribes once, keeps what it gets, and
 * later hands that and the rest to one subscriber, whose demand and cancellation reach the
 * publisher. It can hold a body until it is whole, so that another goes out in its place.
 *
 * <p>Signals come from whatever thread publishes or asks; the subscriber gets them one at a time.
 */
final class BodyPrefix
    implements Flow.Subscriber<ByteBuffer>, Flow.Publisher<ByteBuffer>, Flow.Subscription {

  private final List<ByteBuffer> waiting = new ArrayList<>();
  private Flow.@Nullable Subscription upstream;
  private Flow.@Nullable Subscriber<? super ByteBuffer> downstream;
  private @Nullable Throwable failure;
  private boolean complete;
  private boolean paused;
  private boolean emitting;
  private boolean asked;
  private boolean ended;
  private @Nullable UnaryOperator<byte @Nullable []> decision;
  private int size;
  private long demand;

  /** Keeps what it gets until it is paused. */
  BodyPrefix() {}

  /**
   * Holds the body until it is whole or too large.
   *
   * @param decision is given the whole body, or null where it is too large; answers the body to
   *     send instead, or null to leave it as it is
   */
  BodyPrefix(UnaryOperator<byte @Nullable []> decision) {
    this.decision = decision;
  }

  static byte[] join(List<ByteBuffer> buffers) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (ByteBuffer buffer : buffers) {
      byte[] part = new byte[buffer.remaining()];
      buffer.duplicate().get(part);
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  synchronized boolean isWhole() {
    return complete && failure == null && size <= FormBytes.LARGEST;
  }

  /** Whether more is to come of a body that is short so far. */
  synchronized boolean isLate() {
    return !complete && size <= FormBytes.LARGEST;
  }

  synchronized List<ByteBuffer> read() {
    return List.copyOf(waiting);
  }

  /** From now on only what the subscriber asks for is asked of the publisher. */
  synchronized void pause() {
    paused = true;
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
    boolean more;
    synchronized (this) {
      waiting.add(buffer);
      size += buffer.remaining();
      asked = !paused && size <= FormBytes.LARGEST;
      more = asked;
    }
    if (more && upstream != null) {
      upstream.request(1);
    } else {
      decide(null);
      emit();
    }
  }

  /** Lets the body go, once; nothing is handed over before. */
  private void decide(byte @Nullable [] whole) {
    UnaryOperator<byte @Nullable []> asked;
    synchronized (this) {
      asked = decision;
    }
    if (asked == null) {
      return;
    }
    byte[] other = asked.apply(whole);
    synchronized (this) {
      decision = null;
      if (other != null) {
        waiting.clear();
        waiting.add(ByteBuffer.wrap(other));
      }
      paused = true;
    }
  }

  @Override
  public void onError(Throwable cause) {
    synchronized (this) {
      decision = null;
      failure = cause;
      complete = true;
    }
    emit();
  }

  @Override
  public void onComplete() {
    decide(size <= FormBytes.LARGEST ? join(read()) : null);
    synchronized (this) {
      complete = true;
    }
    emit();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    synchronized (this) {
      downstream = subscriber;
    }
    subscriber.onSubscribe(this);
  }

  @Override
  public void request(long count) {
    synchronized (this) {
      demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
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

  /** Hands over what is waiting and wanted, in order, from one thread at a time. */
  private void emit() {
    while (true) {
      Runnable next;
      synchronized (this) {
        next =
            emitting || decision != null || downstream == null || ended ? null : next(downstream);
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
    if (!waiting.isEmpty()) {
      return demand == 0 ? null : item(subscriber);
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

  private Runnable item(Flow.Subscriber<? super ByteBuffer> subscriber) {
    demand--;
    ByteBuffer buffer = waiting.remove(0);
    return () -> subscriber.onNext(buffer);
  }
}
