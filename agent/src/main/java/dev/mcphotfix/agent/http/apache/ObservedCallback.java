package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the {@code AsyncExecCallback} that Apache HttpClient 5 gives the response of a
 * token request to, and looks at the response's beginning while it passes to the host's consumer.
 */
final class ObservedCallback extends StandIn {

  private final Supplier<@Nullable Exchange> exchange;

  private ObservedCallback(
      Object callback, Supplier<@Nullable Exchange> exchange, Consumer<Throwable> failures) {
    super(callback, failures);
    this.exchange = exchange;
  }

  /**
   * The callback to give to the client.
   *
   * @param exchange answers null where the request's body was not seen
   */
  static Object of(
      Object callback,
      Class<?> type,
      Supplier<@Nullable Exchange> exchange,
      Consumer<Throwable> failures) {
    return new ObservedCallback(callback, exchange, failures).as(type);
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    Object consumer = call.pass();
    Object response = call.is("handleResponse") ? call.argument(0) : null;
    Exchange seen = exchange.get();
    if (response == null || seen == null) {
      return consumer;
    }
    int status = (int) HostCalls.answer(response, "getCode");
    ApacheResponse observed = ApacheResponse.of(response, status, consumer, seen);
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
          byte[] part = new byte[buffer.remaining()];
          buffer.duplicate().get(part);
          response.passes(part, 0, part.length);
        }
      }
      case "streamEnd", "releaseResources" -> response.ended();
      default -> {}
    }
    return call.pass();
  }
}
