package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.FormBytes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the {@code HttpAsyncRequestProducer} of HttpAsyncClient 4, and holds the content of
 * a token request while it is sent. Used by one thread at a time.
 */
final class HeldContent extends StandIn {

  private final Object producer;
  private final Class<?> encoderType;
  private volatile @Nullable HeldChannel held;
  private volatile @Nullable Attempt attempt;
  private volatile @Nullable Object request;
  private volatile @Nullable Throwable failure;

  /**
   * @param encoderType of what the producer is to write to
   */
  HeldContent(Object producer, Class<?> encoderType, Consumer<Throwable> failures) {
    super(producer, failures);
    this.producer = producer;
    this.encoderType = encoderType;
  }

  /** Null where what is sent is no token request. */
  @Nullable Attempt attempt() {
    return attempt;
  }

  /** What is sent now, where that is to be told; null where it is not. */
  @Nullable Object request() {
    return request;
  }

  /**
   * What is sent from now on is no token request.
   *
   * @param next of the library, whose answer is to be told; null where nobody asks
   */
  void pass(@Nullable Object next) {
    held = null;
    attempt = null;
    request = next;
  }

  /** What is sent from now on is one, in chunks. */
  void hold(Attempt next) {
    attempt = next;
    held = new HeldChannel(next);
  }

  /**
   * What is sent from now on is one whose length is sent ahead of it: answers the length to send.
   * What is there of it at once is read now, and sent on when the client asks for it; not where the
   * server may refuse it unread and the host could not read it once more.
   *
   * @param control of the connection
   */
  long decide(long length, Object control, boolean expectsContinue, Attempt next) {
    HeldChannel ahead = new HeldChannel(next);
    ahead.expect(length);
    attempt = next;
    held = ahead;
    failure = null;
    boolean once = expectsContinue && !(boolean) HostCalls.answer(producer, "isRepeatable");
    if (length <= FormBytes.LARGEST && !once) {
      readAhead(ahead, control);
    }
    return ahead.decide();
  }

  private void readAhead(HeldChannel ahead, Object control) {
    try {
      Object encoder = ahead.as(encoderType);
      int before;
      do {
        before = ahead.size();
        HostCalls.pass(producer, "produceContent", encoder, control);
      } while (!ahead.isThere() && ahead.size() > before);
    } catch (Throwable e) {
      if (isOfHost(e)) {
        failure = e; // It is told of it when it is asked for the body.
      } else {
        failed(e);
      }
    }
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    HeldChannel channel = held;
    Object encoder = call.is("produceContent") ? call.argument(0) : null;
    if (channel == null || encoder == null) {
      return call.pass();
    }
    rethrow(failure);
    Object control = call.argument(1);
    channel.attach(encoder, control);
    if (!channel.wasCut() && !channel.isWhole()) {
      HostCalls.pass(producer, "produceContent", channel.as(encoderType), control);
    }
    channel.send();
    return null;
  }

  /** After what was held. */
  @Override
  protected @Nullable Object withoutUs(StandInCall call) {
    HeldChannel channel = call.is("produceContent") ? held : null;
    return channel != null && channel.sendAsItIs() ? null : call.pass();
  }
}
