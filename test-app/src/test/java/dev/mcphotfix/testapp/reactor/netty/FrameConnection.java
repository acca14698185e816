package dev.mcphotfix.testapp.reactor.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2WindowUpdateFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Frame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrame;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One connection through Netty's codec of frames, with a server at its other end. */
final class FrameConnection {

  private final List<ByteBuf> buffers = new ArrayList<>();
  private final List<ChannelFuture> writes = new ArrayList<>();
  private final Map<Http2FrameStream, String> requests = new LinkedHashMap<>();
  private final Map<String, Http2FrameStream> streams = new TreeMap<>();
  private final List<String> received = new ArrayList<>();
  private final EmbeddedChannel client =
      new EmbeddedChannel(
          Http2FrameCodecBuilder.forClient().build(),
          new Http2MultiplexHandler(new Received()),
          new Library());
  private final EmbeddedChannel server =
      new EmbeddedChannel(Http2FrameCodecBuilder.forServer().build());

  FrameConnection() {
    exchange();
  }

  /** By its name the agent knows whose connection it is. */
  private static final class Library extends ChannelDuplexHandler {}

  /** What a stream of the client is answered. */
  @Sharable
  private final class Received extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object frame) {
      if (frame instanceof Http2HeadersFrame head && head.headers().status() != null) {
        received.add(head.headers().status().toString());
      } else if (frame instanceof Http2DataFrame data) {
        received.add(data.content().toString(StandardCharsets.US_ASCII));
      }
      ReferenceCountUtil.release(frame);
    }
  }

  Http2StreamChannel open() {
    Http2StreamChannelBootstrap streams = new Http2StreamChannelBootstrap(client);
    return streams.handler(new Received()).open().syncUninterruptibly().getNow();
  }

  void head(Http2StreamChannel stream, String path, int length) {
    Http2Headers headers =
        new DefaultHttp2Headers()
            .method("POST")
            .scheme("https")
            .authority("idp.example.com")
            .path(path)
            .add("x-first", "1")
            .add("content-type", "application/x-www-form-urlencoded");
    if (length >= 0) {
      headers.add("content-length", Integer.toString(length));
    }
    write(stream, new DefaultHttp2HeadersFrame(headers.add("x-last", "2")));
  }

  void close(Http2StreamChannel stream) {
    ChannelFuture closed = stream.close();
    exchange();
    closed.syncUninterruptibly();
  }

  void data(Http2StreamChannel stream, String text, boolean isLast) {
    ByteBuf buffer = PooledByteBufAllocator.DEFAULT.directBuffer();
    buffers.add(buffer.writeBytes(text.getBytes(StandardCharsets.US_ASCII)));
    write(stream, new DefaultHttp2DataFrame(buffer, isLast, isLast ? 7 : 0));
  }

  void trailer(Http2StreamChannel stream) {
    Http2Headers trailer = new DefaultHttp2Headers().add("x-trailer", "t");
    write(stream, new DefaultHttp2HeadersFrame(trailer, true));
  }

  private void write(Http2StreamChannel stream, Http2StreamFrame frame) {
    writes.add(stream.writeAndFlush(frame));
    exchange();
  }

  void answer(String path, String status, String body) {
    Http2FrameStream stream = streams.get(path);
    Http2Headers head = new DefaultHttp2Headers().status(status);
    ByteBuf content = PooledByteBufAllocator.DEFAULT.directBuffer();
    content.writeBytes(body.getBytes(StandardCharsets.US_ASCII));
    server.writeOutbound(
        new DefaultHttp2HeadersFrame(head).stream(stream),
        new DefaultHttp2DataFrame(content, true).stream(stream));
    exchange();
  }

  /** Until neither has anything for the other. */
  private void exchange() {
    boolean isBusy = true;
    while (isBusy) {
      client.runPendingTasks();
      server.runPendingTasks();
      boolean asked = pass(client, server);
      boolean answered = pass(server, client);
      isBusy = asked || answered;
      for (Object in = server.readInbound(); in != null; in = server.readInbound()) {
        arrived((Http2Frame) in);
      }
    }
  }

  private static boolean pass(EmbeddedChannel from, EmbeddedChannel to) {
    boolean hasPassed = false;
    for (Object out = from.readOutbound(); out != null; out = from.readOutbound()) {
      hasPassed = true;
      to.writeInbound(out);
    }
    return hasPassed;
  }

  private void arrived(Http2Frame frame) {
    if (frame instanceof Http2HeadersFrame head) {
      CharSequence path = head.headers().path();
      if (path != null) {
        streams.put(path.toString(), head.stream());
      }
      append(head.stream(), head.headers() + (head.isEndStream() ? " end" : "") + " ");
    } else if (frame instanceof Http2DataFrame data) {
      String body = data.content().toString(StandardCharsets.US_ASCII);
      append(data.stream(), body + (data.isEndStream() ? " end padding=" + data.padding() : ""));
      int bytes = data.initialFlowControlledBytes();
      server.writeOutbound(new DefaultHttp2WindowUpdateFrame(bytes).stream(data.stream()));
    } else if (frame instanceof Http2ResetFrame reset) {
      append(reset.stream(), " reset=" + reset.errorCode());
    }
    ReferenceCountUtil.release(frame);
  }

  private void append(Http2FrameStream stream, String text) {
    requests.merge(stream, text, String::concat);
  }

  boolean isSilent() {
    return requests.isEmpty();
  }

  /** What arrived, one line for each path, without the length that it told. */
  void print() {
    for (Map.Entry<String, Http2FrameStream> each : streams.entrySet()) {
      String arrived = String.valueOf(requests.get(each.getValue()));
      String shorter = arrived.replaceFirst("content-length: \\d+", "content-length");
      System.out.println(shorter.replaceFirst("x{99,}", "x times " + arrived.length()));
    }
    System.out.println(
        "then "
            + received
            + " references="
            + buffers.stream().map(ByteBuf::refCnt).toList()
            + " written="
            + writes.stream().map(ChannelFuture::isSuccess).toList()
            + " handlers="
            + client.pipeline().names().size());
  }
}
