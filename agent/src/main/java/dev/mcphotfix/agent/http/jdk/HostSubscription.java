package dev.mcphotfix.agent.http.jdk;

import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The subscription at the host's publisher, which is asked for one part of the body after the
 * other. Thread-safe; the publisher is not called with the lock held.
 */
final class HostSubscription {

  private Flow.@Nullable Subscription source;
  private boolean asked;
  private boolean over;

  /** Begins, unless it has begun or nobody wants it any more (Reactive Streams, rule 2.5). */
  void begin(Flow.Subscription given) {
    boolean taken;
    synchronized (this) {
      taken = source == null && !over;
      source = taken ? given : source;
    }
    if (taken) {
      ask();
    } else {
      given.cancel();
    }
  }

  /** Asks for one more part, unless that was done. */
  void ask() {
    Flow.Subscription more = unasked();
    if (more != null) {
      more.request(1);
    }
  }

  /** What is to be asked for one more part by the caller; null for nothing. */
  synchronized Flow.@Nullable Subscription unasked() {
    Flow.Subscription more = asked || over ? null : source;
    asked |= more != null;
    return more;
  }

  /** A part has come. */
  synchronized void came() {
    asked = false;
  }

  /** Nothing will come any more. */
  synchronized void end() {
    over = true;
  }

  void cancel() {
    Flow.Subscription cancelled;
    synchronized (this) {
      cancelled = source;
      source = null;
      over = true;
    }
    if (cancelled != null) {
      cancelled.cancel();
    }
  }
}
