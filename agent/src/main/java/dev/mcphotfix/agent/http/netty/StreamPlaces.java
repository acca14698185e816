package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.hook.HookHandler;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import java.util.List;
import java.util.stream.Stream;

/** Where Netty's connection of HTTP/2 is met by clients that write to it themselves. */
final class StreamPlaces {

  private static final String HTTP = "io.netty.handler.codec.http2.";
  private static final String CONTEXT = "io.netty.channel.ChannelHandlerContext";
  private static final String PROMISE = "io.netty.channel.ChannelPromise";
  private static final String HEADERS = HTTP + "Http2Headers";

  /** What methods take that write; those that read take all but the promise. */
  private static final List<String> HEAD =
      List.of(CONTEXT, "int", HEADERS, "int", "boolean", PROMISE);

  private static final List<String> HEAD_WITH_PRIORITY =
      List.of(CONTEXT, "int", HEADERS, "int", "short", "boolean", "int", "boolean", PROMISE);
  private static final List<String> BODY =
      List.of(CONTEXT, "int", "io.netty.buffer.ByteBuf", "int", "boolean", PROMISE);
  private static final List<String> RESET = List.of(CONTEXT, "int", "long", PROMISE);

  private StreamPlaces() {}

  static Stream<Site> sites(String hooks, NettyStreams streams) {
    String writer = "DefaultHttp2FrameWriter#";
    String encoder = "DefaultHttp2ConnectionEncoder#";
    String reader = "DefaultHttp2ConnectionDecoder$FrameReadListener#";
    Target third = new Target.Argument(2);
    return Stream.of(
        site(hooks, writer + "writeHeaders", HEAD, new Target.Instead(), streams::hold),
        site(
            hooks,
            writer + "writeHeaders",
            HEAD_WITH_PRIORITY,
            new Target.Instead(),
            streams::hold),
        site(hooks, writer + "writeRstStream", RESET, new Target.Argument(0), streams::giveUp),
        site(hooks, encoder + "writeHeaders", HEAD, third, streams::end),
        site(hooks, encoder + "writeHeaders", HEAD_WITH_PRIORITY, third, streams::end),
        site(hooks, encoder + "writeData", BODY, third, streams::body),
        site(hooks, reader + "onHeadersRead", HEAD.subList(0, 5), third, streams::answered),
        site(hooks, reader + "onDataRead", BODY.subList(0, 5), third, streams::answered),
        site(
            hooks,
            reader + "onRstStreamRead",
            RESET.subList(0, 3),
            new Target.Argument(0),
            streams::reset));
  }

  private static Site site(
      String hooks, String place, List<String> types, Target target, HookHandler handler) {
    String[] parts = place.split("#", 2);
    return new Site(
        "netty-" + place + types.size(),
        new HookPoint(hooks, HTTP + parts[0], parts[1], types, target),
        handler);
  }
}
