package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.AgentThread;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.FormBytes;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the {@code AsyncEntityProducer} of a token request of Apache HttpClient 5 while it
 * is sent once. The client asks it on one thread at a time; the host's producer, which may have a
 * lock of its own, is never called with a lock held.
 */
final class HeldProducer extends StandIn {

  private static final long UNCOMMITTED = -2;

  private final Object producer;
  private final Attempt attempt;
  private final HeldChannel held;
  private final Object channel;
  private volatile long length = UNCOMMITTED;
  private volatile boolean asked;
  private volatile boolean over;
  private volatile @Nullable Object late;
  private volatile @Nullable Throwable failure;

  /**
   * @param channelType of the channel that the producer is to write to
   */
  HeldProducer(Object producer, Class<?> channelType, Attempt attempt) {
    super(producer, attempt.failures());
    this.producer = producer;
    this.attempt = attempt;
    held = new HeldChannel(attempt);
    channel = held.as(channelType);
  }

  /** Whether the header tells a length that is right only when the body is there. */
  boolean isAwaited() {
    long told = told();
    return told >= 0 && told <= FormBytes.LARGEST && !attempt.isSettled(new byte[0]);
  }

  /**
   * Reads what is there, and answers whether the header has to wait no longer.
   *
   * @param asker is asked for output when there is more
   */
  boolean isThere(Object asker) {
    held.expect(told());
    held.attach(null, asker);
    asked = true;
    readAhead();
    return failure != null || held.isThere();
  }

  /** The header was sent by a thread of the agent's own: the client's goes on. */
  void resume() {
    Object behind = late;
    if (behind != null) {
      HostCalls.call(behind, "requestOutput");
    }
  }

  /** Whether nobody sends it any more. */
  boolean isOver() {
    return over;
  }

  /**
   * The header is final. Where the length is sent ahead of the body, reads what is there of it at
   * once, decides, and answers the length to send; otherwise -1, and the body is held as it comes.
   */
  long commit() {
    if (length != UNCOMMITTED) {
      return length;
    }
    long told = told();
    if (told >= 0) {
      held.expect(told);
      if (told <= FormBytes.LARGEST && !asked) {
        readAhead();
      }
      told = held.decide();
    }
    length = told;
    return told;
  }

  /** Negative for one that is sent in chunks. */
  private long told() {
    boolean chunked = (boolean) HostCalls.answer(producer, "isChunked");
    return chunked ? -1 : (long) HostCalls.answer(producer, "getContentLength");
  }

  private void readAhead() {
    try {
      int before;
      do {
        before = held.size();
        HostCalls.pass(producer, "produce", channel);
      } while (!held.isThere()
          && held.size() > before
          && (int) HostCalls.answer(producer, "available") > 0);
    } catch (Throwable e) { // The host is told of it when it is asked for the body.
      failure = e;
    }
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    Object given = call.argument(0);
    return switch (call.method().getName()) {
      case "getContentLength" -> length < 0 ? call.pass() : (Object) length;
      case "available" -> available(call);
      case "produce" -> given == null ? null : produce(given);
      case "failed", "releaseResources" -> abandon(call);
      default -> call.pass();
    };
  }

  private int available(StandInCall call) {
    if (failure != null || held.isWaiting()) {
      return Math.max(1, held.size());
    }
    int own = call.pass() instanceof Integer count ? count : 0;
    return held.isWanted() ? Math.max(1, own) : own;
  }

  /** It is told what became of it, though it was never whole. */
  private @Nullable Object abandon(StandInCall call) {
    over = true;
    held.letGo();
    return call.pass();
  }

  /** After what was held. */
  @Override
  protected @Nullable Object withoutUs(StandInCall call) {
    if (!call.is("produce")) {
      return call.pass();
    }
    held.letGo();
    return held.send();
  }

  private @Nullable Object produce(Object behind) {
    if (AgentThread.isCurrent()) { // It sends the header; the client's own thread does the rest.
      late = behind;
      return null;
    }
    rethrow(failure);
    if (length == UNCOMMITTED) {
      held.decide(); // The length may have been sent.
    }
    held.attach(behind, behind);
    if (held.wasCut()) {
      HostCalls.pass(behind, "requestOutput");
    } else if (!held.isWhole()) {
      HostCalls.pass(producer, "produce", channel);
    }
    return held.send();
  }
}
