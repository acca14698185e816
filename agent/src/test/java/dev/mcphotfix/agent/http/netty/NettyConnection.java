package dev.mcphotfix.agent.http.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.mcphotfix.agent.hook.HookHandler;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.oauth.decision.LateDirectory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A channel of Reactor Netty that speaks HTTP/2, with the hook on its codec. */
@SuppressWarnings("FutureReturnValueIgnored") // What was written is seen by the frames.
final class NettyConnection {

  final RecordedAttempts attempts;

  /** The frames that the codec was given, each as a line. */
  final List<String> frames = new ArrayList<>();

  /** What Reactor Netty's handlers are told. */
  final List<Object> events = new ArrayList<>();

  private final EmbeddedChannel channel = new EmbeddedChannel();

  NettyConnection() {
    this(Http2FrameCodecBuilder.forClient().build());
  }

  NettyConnection(ChannelHandler codec) {
    this(codec, new RecordedAttempts());
  }

  /** Whose endpoint is found out late. */
  NettyConnection(LateDirectory directory) {
    this(Http2FrameCodecBuilder.forClient().build(), new RecordedAttempts(directory));
  }

  private NettyConnection(ChannelHandler codec, RecordedAttempts attempts) {
    this.attempts = attempts;
    channel.pipeline().addLast("codec", codec);
    channel.pipeline().addLast("frames", new Frames());
    channel.pipeline().addLast("woven", new Woven(codec, site()));
    channel
        .pipeline()
        .addLast(
            "reactor.left.h2MultiplexHandler",
            new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()));
    channel.pipeline().addLast(new RecordedEvents(events));
  }

  private HookHandler site() {
    return new Netty()
        .sites(List.of("reactor-netty"), attempts.examiner).stream()
            .filter(site -> site.key().equals("netty-http2"))
            .findFirst()
            .orElseThrow()
            .handler();
  }

  Http2StreamChannel open() {
    return new Http2StreamChannelBootstrap(channel)
        .handler(new ChannelInboundHandlerAdapter())
        .open()
        .getNow();
  }

  static Http2Headers post() {
    return new DefaultHttp2Headers()
        .method("POST")
        .scheme("https")
        .authority("idp.example.com")
        .path("/connect/token")
        .add("content-type", NettyChannel.FORM);
  }

  static Http2Headers post(int length) {
    return post().add("content-length", Integer.toString(length));
  }

  static Http2HeadersFrame head(Http2Headers headers) {
    return new DefaultHttp2HeadersFrame(headers, false, 7);
  }

  static Http2DataFrame data(String text) {
    return new DefaultHttp2DataFrame(NettyChannel.buffer(text));
  }

  static Http2DataFrame last(String text) {
    return new DefaultHttp2DataFrame(NettyChannel.buffer(text), true);
  }

  void write(Http2StreamChannel stream, Object... frames) {
    for (Object frame : frames) {
      stream.writeAndFlush(frame);
    }
    channel.runPendingTasks();
    channel.releaseOutbound();
  }

  void close(Http2StreamChannel stream) {
    stream.close();
    channel.runPendingTasks();
  }

  /** The codec has read a frame of that stream. */
  void receive(Http2StreamChannel stream, Http2StreamFrame frame) {
    channel.pipeline().context("frames").fireChannelRead(frame.stream(stream.stream()));
  }

  void receiveOfNone(Object frame) {
    channel.pipeline().context("frames").fireChannelRead(frame);
  }

  void tell(Object event) {
    channel.pipeline().context("frames").fireUserEventTriggered(event);
    channel.runPendingTasks();
  }

  /** Whether nothing of the agent is in the pipeline. */
  boolean isLeft() {
    return channel.pipeline().names().size() == 6;
  }

  private static String line(Object frame) {
    if (frame instanceof Http2HeadersFrame head) {
      CharSequence length = head.headers().get("content-length");
      return "HEADERS " + (length == null ? "" : length) + (head.isEndStream() ? " end" : "");
    }
    if (frame instanceof Http2DataFrame data) {
      return "DATA " + data.content().toString(US_ASCII) + (data.isEndStream() ? " end" : "");
    }
    return frame.getClass().getSimpleName();
  }

  /** What a woven codec would do. */
  private static final class Woven extends ChannelOutboundHandlerAdapter {

    private final ChannelHandler codec;
    private final HookHandler handler;

    private Woven(ChannelHandler codec, HookHandler handler) {
      this.codec = codec;
      this.handler = handler;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
        throws Exception {
      Object other =
          handler.handle(
              new Invocation("netty", codec, Arrays.asList(context, message, promise), message));
      context.write(other == null ? message : other, promise);
    }
  }

  /** Passes what the codec knows; a buffer is how the agent sends nothing. */
  private final class Frames extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      if (message instanceof Http2StreamFrame) {
        frames.add(line(message));
      }
      context.write(message, promise);
    }
  }
}
