package dev.mcphotfix.agent.http.jdk;

import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.FormBytes;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The body of a token request, which is decided about while the HTTP client sends it: to read it
 * any earlier could block the host's thread, as its stream may be written later. One of known
 * length is asked for when the client has its connection, just before the head is sent, so that the
 * head tells the length that is right. One of unknown length goes out in chunks, and is asked for
 * when the client does. Thread-safe.
 */
final class HeldBody implements BodyPublisher {

  private final BodyPublisher body;
  private final Attempt attempt;

  /** In bytes, as the host tells it; negative where it does not. */
  private final long told;

  private @Nullable HeldSubscriber ahead;

  HeldBody(BodyPublisher body, Attempt attempt) {
    this.body = body;
    this.attempt = attempt;
    told = body.contentLength();
  }

  /** Whether it can be looked at though the server was not asked whether it wants it. */
  boolean isInMemory() {
    String type = body.getClass().getName();
    return type.startsWith("jdk.internal.net.http.RequestPublishers$ByteArrayPublisher")
        || type.startsWith("jdk.internal.net.http.RequestPublishers$StringPublisher");
  }

  /** The next head to be sent tells this length. */
  @Override
  public synchronized long contentLength() {
    return ahead == null ? told : ahead.length();
  }

  /**
   * Asks for a body of known length before its head is sent. Called by the client's own executor.
   *
   * @return completed as soon as the head can be sent, whatever becomes of the body
   */
  CompletableFuture<?> askAhead() {
    if (told == 0) {
      attempt.decide(new byte[0]); // The client never asks for it.
    }
    HeldSubscriber held;
    synchronized (this) {
      if (ahead != null) {
        return ahead.decided();
      }
      if (told <= 0 || told > FormBytes.LARGEST || isSettled()) {
        return CompletableFuture.completedFuture(null);
      }
      held = new HeldSubscriber(attempt, told);
      ahead = held;
    }
    try {
      body.subscribe(held);
    } catch (Throwable thrown) { // By the host's publisher, and again when the client subscribes.
      forget(held);
    }
    return held.decided();
  }

  /** The exchange is given up: its head must not wait any longer. */
  void letGo() {
    HeldSubscriber held;
    synchronized (this) {
      held = ahead;
    }
    if (held != null) {
      held.letGo();
    }
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    Objects.requireNonNull(subscriber);
    HeldSubscriber held = taken();
    if (held != null) {
      held.subscribe(subscriber);
    } else if (told <= 0 || isSettled()) {
      HeldSubscriber late = new HeldSubscriber(attempt, told);
      late.subscribe(subscriber);
      body.subscribe(late);
    } else {
      attempt.decide(null); // Its length is told already.
      body.subscribe(subscriber);
    }
  }

  /** Whether it stays as it is, whatever it is, and so can be looked at while it passes. */
  private boolean isSettled() {
    return attempt.isSettled(new byte[0]);
  }

  /** Once: the next attempt asks the host's publisher anew. */
  private synchronized @Nullable HeldSubscriber taken() {
    HeldSubscriber held = ahead;
    ahead = null;
    return held;
  }

  private synchronized void forget(HeldSubscriber held) {
    ahead = null;
    held.letGo();
  }
}
