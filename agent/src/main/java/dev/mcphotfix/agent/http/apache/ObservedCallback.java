package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import dev.mcphotfix.agent.http.Attempt;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the {@code AsyncExecCallback} that Apache HttpClient 5 gives the response of a
 * token request to, and looks at the response's beginning while it passes to the host's consumer.
 */
final class ObservedCallback extends StandIn {

  private final Attempt attempt;

  private ObservedCallback(Object callback, Attempt attempt) {
    super(callback, attempt.failures());
    this.attempt = attempt;
  }

  /** The callback to give to the client. */
  static Object of(Object callback, Class<?> type, Attempt attempt) {
    return new ObservedCallback(callback, attempt).as(type);
  }

  /** One that tells the beginning of a response before the host's own is asked about it. */
  static Object told(
      Object callback, Class<?> type, Consumer<Object> tell, Consumer<Throwable> failures) {
    return StandIn.of(
            callback,
            failures,
            call -> {
              Object response = call.is("handleResponse") ? call.argument(0) : null;
              if (response != null) {
                tell.accept(response);
              }
              return call.pass();
            })
        .as(type);
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    Object consumer = call.pass();
    Object response = call.is("handleResponse") ? call.argument(0) : null;
    if (response == null || !attempt.isDecided()) {
      return consumer;
    }
    int status = (int) HostCalls.answer(response, "getCode");
    ApacheResponse observed = ApacheResponse.of(response, status, consumer, attempt);
    return consumer == null || observed == null
        ? consumer
        : StandIn.of(consumer, this::failed, each -> consumed(each, observed))
            .as(call.method().getReturnType());
  }

  /** A call of an {@code AsyncDataConsumer}. */
  private static @Nullable Object consumed(StandInCall call, ApacheResponse response) {
    switch (call.method().getName()) {
      case "consume" -> {
        if (call.argument(0) instanceof ByteBuffer buffer) {
          response.attempt().received(buffer);
        }
      }
      case "streamEnd", "releaseResources" -> response.ended();
      default -> {}
    }
    return call.pass();
  }
}
