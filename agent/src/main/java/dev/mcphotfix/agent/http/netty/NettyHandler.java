package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.HostProxies;
import dev.mcphotfix.agent.host.LibraryType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A {@code ChannelHandler} behind Netty's codec for the time of one token request: lets its body
 * and its response be seen, and passes all events on.
 */
final class NettyHandler implements InvocationHandler {

  private static final String CHANNEL = "io.netty.channel.";
  private static final String INBOUND = "ChannelInboundHandler";

  private final NettyBody body;
  private final NettyResponse response;

  private NettyHandler(NettyBody body, NettyResponse response) {
    this.body = body;
    this.response = response;
  }

  /** Puts it into the pipeline, where it stays until the response is complete. */
  static void add(NettyRequest request, NettyBody body, NettyResponse response) {
    Object encoder = request.encoder();
    Class<?> inbound = LibraryType.near(encoder, CHANNEL + INBOUND);
    Class<?>[] types = {inbound, LibraryType.near(encoder, CHANNEL + "ChannelOutboundHandler")};
    Object handler =
        Proxy.newProxyInstance(inbound.getClassLoader(), types, new NettyHandler(body, response));
    Object codec = HostCalls.answer(request.context(), "name");
    HostCalls.call(request.pipeline(), "addAfter", codec, null, handler);
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    String role = method.getDeclaringClass().getSimpleName();
    if (role.equals("Object")) {
      return HostProxies.forward(this, method, arguments);
    }
    Object context = arguments == null ? null : arguments[0];
    if (arguments == null || context == null || role.equals("ChannelHandler")) {
      return null; // It was added or removed.
    }
    @Nullable Object[] event = Arrays.copyOfRange(arguments, 1, arguments.length);
    look(method.getName(), event);
    if (body.isHeld() ? body.isAbandoned() : response.isComplete()) {
      leave(context, proxy);
    }
    pass(context, method.getName(), role.equals(INBOUND), event);
    return null;
  }

  private void look(String event, @Nullable Object[] values) {
    Object value = values.length == 0 ? null : values[0];
    if (value != null && event.equals("channelRead")) {
      response.read(value);
    } else if (value != null && event.equals("userEventTriggered")) {
      response.told(value);
    }
  }

  private void pass(Object context, String event, boolean isInbound, @Nullable Object[] values) {
    if (event.equals("write") && values[0] != null) {
      body.write(context, values[0], values[1]);
    } else if (isInbound) {
      String fire = "fire" + Character.toUpperCase(event.charAt(0)) + event.substring(1);
      HostCalls.call(context, fire, values);
    } else {
      HostCalls.call(context, event, values);
    }
  }

  private static void leave(Object context, Object handler) {
    try {
      HostCalls.call(HostCalls.answer(context, "pipeline"), "remove", handler);
    } catch (HostCallException gone) {
      // The channel is closed, and its pipeline torn down.
    }
  }
}
