package dev.mcphotfix.agent.http.apache;

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
  private final HeldChannel held;
  private final Object channel;
  private volatile long length = UNCOMMITTED;
  private volatile @Nullable Throwable failure;

  /**
   * @param channelType of the channel that the producer is to write to
   */
  HeldProducer(Object producer, Class<?> channelType, Attempt attempt) {
    super(producer, attempt.failures());
    this.producer = producer;
    held = new HeldChannel(attempt);
    channel = held.as(channelType);
  }

  /**
   * The header is final. Where the length is sent ahead of the body, reads what is there of it at
   * once, decides, and answers the length to send; otherwise -1, and the body is held as it comes.
   */
  long commit() {
    boolean chunked = (boolean) HostCalls.answer(producer, "isChunked");
    length = chunked ? -1 : (long) HostCalls.answer(producer, "getContentLength");
    if (length >= 0) {
      held.expect(length);
      if (length <= FormBytes.LARGEST) {
        readAhead();
      }
      length = held.decide();
    }
    return length;
  }

  private void readAhead() {
    try {
      int before;
      do {
        before = held.size();
        HostCalls.pass(producer, "produce", channel);
      } while (!held.isWhole()
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
      case "available" ->
          failure == null && !held.isWaiting() ? call.pass() : (Object) Math.max(1, held.size());
      case "produce" -> given == null ? null : produce(given);
      default -> call.pass();
    };
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
    rethrow(failure);
    if (length == UNCOMMITTED) {
      held.decide(); // The length may have been sent.
    }
    held.attach(behind, behind);
    if (!held.isWhole()) {
      HostCalls.pass(producer, "produce", channel);
    }
    return held.send();
  }
}
