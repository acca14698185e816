package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A {@code ChannelHandler} behind Netty's codec for the time of one token request: lets its body
 * and its response be seen, and passes all events on.
 */
final class NettyHandler extends StandIn {

  private static final String CHANNEL = "io.netty.channel.";
  private static final String INBOUND = "ChannelInboundHandler";

  /** What is told what the codec reads. */
  static final String READER = CHANNEL + INBOUND;

  private final NettyBody body;
  private final NettyResponse response;

  private NettyHandler(NettyBody body, NettyResponse response, Consumer<Throwable> failures) {
    super(null, failures);
    this.body = body;
    this.response = response;
  }

  /** Puts it into the pipeline, where it stays until the response is complete; its place there. */
  static Object add(
      NettyRequest request, NettyBody body, NettyResponse response, Consumer<Throwable> failures) {
    Object encoder = request.encoder();
    Object handler =
        new NettyHandler(body, response, failures)
            .as(
                LibraryType.near(encoder, READER),
                LibraryType.near(encoder, CHANNEL + "ChannelOutboundHandler"));
    addBehindCodec(request, handler);
    return HostCalls.answer(request.pipeline(), "context", handler);
  }

  static void addBehindCodec(NettyRequest request, Object handler) {
    Object codec = HostCalls.answer(request.context(), "name");
    HostCalls.call(request.pipeline(), "addAfter", codec, null, handler);
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    String role = call.method().getDeclaringClass().getSimpleName();
    Object context = call.argument(0);
    if (context == null || role.equals("ChannelHandler")) {
      return null; // It was added or removed.
    }
    @Nullable Object[] arguments = call.arguments();
    @Nullable Object[] event = Arrays.copyOfRange(arguments, 1, arguments.length);
    try {
      look(call.method().getName(), event);
      if (body.isHeld() ? body.isAbandoned() : response.isComplete()) {
        leave(context, call.standIn());
      }
    } catch (RuntimeException | LinkageError failure) { // The event goes on, whatever fails here.
      failed(failure);
    }
    pass(context, call.method().getName(), role.equals(INBOUND), event);
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
      fire(context, event, values);
    } else {
      HostCalls.pass(context, event, values);
    }
  }

  /** Passes on what the codec has read, or told. */
  static void fire(Object context, String event, @Nullable Object[] values) {
    String fire = "fire" + Character.toUpperCase(event.charAt(0)) + event.substring(1);
    HostCalls.pass(context, fire, values);
  }

  static void leave(Object context, Object handler) {
    try {
      HostCalls.call(HostCalls.answer(context, "pipeline"), "remove", handler);
    } catch (HostCallException gone) {
      // The channel is closed, and its pipeline torn down.
    }
  }
}
