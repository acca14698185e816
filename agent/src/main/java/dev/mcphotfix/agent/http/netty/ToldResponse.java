package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A {@code ChannelInboundHandler} behind Netty's codec until the response to one request begins, of
 * which the status and the header are told. All events are passed on. Used by the channel's event
 * loop.
 */
final class ToldResponse extends StandIn {

  private final NettyRequest request;
  private final String method;
  private final String url;
  private final Examiner examiner;
  private final NettyStatus own;
  private boolean isOver;

  private ToldResponse(NettyRequest request, String method, Examiner examiner) {
    super(null, examiner.failures("netty"));
    this.request = request;
    this.method = method;
    this.examiner = examiner;
    url = request.url();
    own = new NettyStatus(request);
  }

  /** Puts it into the pipeline. */
  static void add(NettyRequest request, String method, Examiner examiner) {
    Class<?> type = LibraryType.near(request.encoder(), NettyHandler.READER);
    NettyHandler.addBehindCodec(request, new ToldResponse(request, method, examiner).as(type));
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    Object context = call.argument(0);
    if (context == null
        || call.method().getDeclaringClass().getSimpleName().equals("ChannelHandler")) {
      return null; // It was added or removed.
    }
    @Nullable Object[] arguments = call.arguments();
    @Nullable Object[] event = Arrays.copyOfRange(arguments, 1, arguments.length);
    try {
      look(call.method().getName(), event);
    } catch (RuntimeException | LinkageError failure) { // The event goes on, whatever fails here.
      isOver = true;
      failed(failure);
    }
    if (isOver) {
      NettyHandler.leave(context, call.standIn());
    }
    NettyHandler.fire(context, call.method().getName(), event);
    return null;
  }

  private void look(String event, @Nullable Object[] values) {
    Object value = values.length == 0 ? null : values[0];
    isOver = request.isAbandoned();
    if (value != null && event.equals("channelRead")) {
      read(value);
    } else if (value != null && event.equals("userEventTriggered")) {
      isOver |= request.isAbortedBy(value);
    }
  }

  private void read(Object message) {
    int status = request.has(message) ? own.of(message) : 0;
    isOver |= status != 0 || own.isOver() || request.isAbortedBy(message);
    if (status != 0) {
      examiner.responded(method, url, status, name -> request.values(message, name));
    }
  }
}
