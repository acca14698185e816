package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.HostProxies;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the {@code AsyncExecCallback} that Apache HttpClient 5 gives the response of a
 * token request to, and looks at the response's beginning while it passes to the host's consumer.
 */
final class ObservedCallback implements InvocationHandler {

  private final Object callback;
  private final Supplier<@Nullable Exchange> exchange;

  private ObservedCallback(Object callback, Supplier<@Nullable Exchange> exchange) {
    this.callback = callback;
    this.exchange = exchange;
  }

  /**
   * @param exchange answers null where the request's body was not seen
   */
  static Object of(Object callback, Class<?> type, Supplier<@Nullable Exchange> exchange) {
    return standIn(type, new ObservedCallback(callback, exchange));
  }

  private static Object standIn(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    Object consumer = HostProxies.forward(callback, method, arguments);
    Object response =
        method.getName().equals("handleResponse") && arguments != null ? arguments[0] : null;
    Exchange seen = exchange.get();
    return response == null || seen == null
        ? consumer
        : observed(consumer, method.getReturnType(), response, seen);
  }

  private static @Nullable Object observed(
      @Nullable Object consumer, Class<?> type, Object response, Exchange seen) {
    try {
      int status = (int) HostCalls.answer(response, "getCode");
      ApacheResponse observed = ApacheResponse.of(response, status, consumer, seen);
      return consumer == null || observed == null
          ? consumer
          : standIn(type, new Consumer(consumer, observed));
    } catch (RuntimeException e) { // The host must get its response whatever fails here.
      return consumer;
    }
  }

  /** Stands in for an {@code AsyncDataConsumer}. */
  private record Consumer(Object consumer, ApacheResponse response) implements InvocationHandler {

    @Override
    public @Nullable Object invoke(
        Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
      switch (method.getName()) {
        case "consume" -> {
          if (arguments != null && arguments[0] instanceof ByteBuffer buffer) {
            byte[] part = new byte[buffer.remaining()];
            buffer.duplicate().get(part);
            response.passes(part, 0, part.length);
          }
        }
        case "streamEnd", "releaseResources" -> response.ended();
        default -> {}
      }
      return HostProxies.forward(consumer, method, arguments);
    }
  }
}
