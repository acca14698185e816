package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.AgentThread;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import dev.mcphotfix.agent.http.Attempt;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the {@code AsyncEntityProducer} of a token request of Apache HttpClient 5 while it
 * is sent once. The client asks it on one thread at a time; the host's producer, which may have a
 * lock of its own, is never called with a lock held.
 */
final class HeldProducer extends StandIn {

  private final Object producer;
  private final HeldChannel held;
  private final Object channel;
  private final BodyAhead ahead;
  private volatile boolean over;
  private volatile @Nullable Object late;

  /**
   * @param channelType of the channel that the producer is to write to
   */
  HeldProducer(Object producer, Class<?> channelType, Attempt attempt) {
    super(producer, attempt.failures());
    this.producer = producer;
    held = new HeldChannel(attempt);
    channel = held.as(channelType);
    ahead = new BodyAhead(producer, attempt, held, channel);
  }

  /** The body until its header is final. */
  BodyAhead ahead() {
    return ahead;
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

  @Override
  protected @Nullable Object answer(StandInCall call) {
    switch (call.method().getName()) {
      case "getContentLength" -> {
        return ahead.length() < 0 ? call.pass() : (Object) ahead.length();
      }
      case "available" -> {
        return available(call);
      }
      case "produce" -> {
        produce(Objects.requireNonNull(call.argument(0)));
        return null;
      }
      case "failed", "releaseResources" -> giveUp();
      default -> {}
    }
    return call.pass();
  }

  private int available(StandInCall call) {
    if (ahead.failure() != null || held.isWaiting()) {
      return Math.max(1, held.size());
    }
    int own = call.pass() instanceof Integer count ? count : 0;
    return held.isWanted() ? Math.max(1, own) : own;
  }

  /** It is told what became of it, though it was never whole. */
  private void giveUp() {
    over = true;
    held.letGo();
  }

  private void produce(Object behind) {
    if (AgentThread.isCurrent()) { // It sends the header; the client's own thread does the rest.
      late = behind;
      return;
    }
    rethrow(ahead.failure());
    if (!ahead.isCommitted()) {
      held.decide(); // The length may have been sent.
    }
    held.attach(behind, behind);
    if (held.wasCut()) {
      HostCalls.pass(behind, "requestOutput");
    } else if (!held.isWhole()) {
      HostCalls.pass(producer, "produce", channel);
    }
    held.send();
  }

  /** After what was held. */
  @Override
  protected @Nullable Object withoutUs(StandInCall call) {
    return call.is("produce") && held.sendAsItIs() ? null : call.pass();
  }
}
