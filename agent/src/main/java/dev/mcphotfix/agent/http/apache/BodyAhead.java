package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.FormBytes;
import org.jspecify.annotations.Nullable;

/**
 * The body of a token request of Apache HttpClient 5 until its header is final: where a length goes
 * ahead, what is there of the body is read first. Used by one thread at a time.
 */
final class BodyAhead {

  private static final long UNCOMMITTED = -2;

  private final Object producer;
  private final Attempt attempt;
  private final HeldChannel held;
  private final Object channel;
  private volatile long length = UNCOMMITTED;
  private volatile boolean asked;
  private volatile boolean broken;
  private volatile @Nullable Throwable failure;

  /**
   * @param held behind the channel that the producer is to write to
   */
  BodyAhead(Object producer, Attempt attempt, HeldChannel held, Object channel) {
    this.producer = producer;
    this.attempt = attempt;
    this.held = held;
    this.channel = channel;
  }

  /** Whether the header tells a length that is right only when the body is there. */
  boolean isAwaited() {
    long told = told();
    return told >= 0 && told <= FormBytes.LARGEST && !attempt.isSettled(new byte[0]);
  }

  /**
   * Reads what is there, and answers whether the header has to wait no longer: neither for the body
   * nor for a discovery.
   *
   * @param asker is asked for output when there is more, or the discovery has ended
   */
  boolean isThere(Object asker) {
    held.expect(told());
    held.attach(null, asker);
    asked = true;
    if (!held.isWhole()) {
      read();
    }
    Runnable again = () -> HostCalls.call(asker, "requestOutput");
    return broken || (held.isThere() && !held.awaits(again));
  }

  /**
   * The header is final. Where the length is sent ahead of the body, reads what is there of it at
   * once, decides, and answers the length to send; otherwise -1, and the body is held as it comes.
   */
  long commit() {
    if (isCommitted()) {
      return length;
    }
    long told = told();
    if (told >= 0) {
      held.expect(told);
      if (told <= FormBytes.LARGEST && !asked) {
        read();
      }
      told = held.decide();
    }
    length = told;
    return told;
  }

  boolean isCommitted() {
    return length != UNCOMMITTED;
  }

  /** To send; negative where it is not known, or not yet. */
  long length() {
    return length;
  }

  /** What the host's producer has thrown; it is told when it is asked for the body. */
  @Nullable Throwable failure() {
    return failure;
  }

  /** Negative for one that is sent in chunks. */
  private long told() {
    boolean chunked = (boolean) HostCalls.answer(producer, "isChunked");
    return chunked ? -1 : (long) HostCalls.answer(producer, "getContentLength");
  }

  private void read() {
    try {
      int before;
      do {
        before = held.size();
        HostCalls.pass(producer, "produce", channel);
      } while (!held.isThere()
          && held.size() > before
          && (int) HostCalls.answer(producer, "available") > 0);
    } catch (Throwable e) {
      broken = true;
      if (StandIn.isOfHost(e)) {
        failure = e;
      } else {
        attempt.failures().accept(e);
      }
    }
  }
}
