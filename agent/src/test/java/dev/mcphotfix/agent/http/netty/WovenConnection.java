package dev.mcphotfix.agent.http.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.mcphotfix.agent.hook.HookHandler;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.http.RecordedAttempts;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http2.DefaultHttp2Connection;
import io.netty.handler.codec.http2.DefaultHttp2ConnectionDecoder;
import io.netty.handler.codec.http2.DefaultHttp2ConnectionEncoder;
import io.netty.handler.codec.http2.DefaultHttp2FrameReader;
import io.netty.handler.codec.http2.DefaultHttp2FrameWriter;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.Http2EventAdapter;
import io.netty.handler.codec.http2.Http2FrameWriter;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A channel of HTTP/2 that a client writes to itself, with the hook on its connection. */
@SuppressWarnings("FutureReturnValueIgnored") // What was written is seen by the frames.
final class WovenConnection {

  final RecordedAttempts attempts = new RecordedAttempts();

  /** What was written, each as a line. */
  final List<String> frames = new ArrayList<>();

  private final List<Site> sites;
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final Http2ConnectionHandler handler;
  private final ChannelHandlerContext context;

  /** Of Vert.x, as one of its handlers tells. */
  WovenConnection() {
    this(NettyTest.handler("io.vertx.VertxHandler"));
  }

  WovenConnection(ChannelHandler neighbour) {
    sites = new Netty().sites(List.of("vertx"), attempts.examiner);
    Http2Connection connection = new DefaultHttp2Connection(false);
    Http2ConnectionEncoder encoder = new Encoder(connection, new Writer());
    handler =
        new Http2ConnectionHandlerBuilder()
            .codec(
                new DefaultHttp2ConnectionDecoder(
                    connection, encoder, new DefaultHttp2FrameReader()),
                encoder)
            .frameListener(new Http2EventAdapter() {})
            .initialSettings(new Http2Settings())
            .build();
    channel.pipeline().addLast(handler, neighbour);
    context = channel.pipeline().context(handler);
  }

  /** As a client does it in one task of the event loop. */
  void writeHead(int id, Http2Headers headers, boolean last) {
    handler.encoder().writeHeaders(context, id, headers, 0, last, context.newPromise());
  }

  void writeHeadWithPriority(int id, Http2Headers headers) {
    handler
        .encoder()
        .writeHeaders(context, id, headers, 0, (short) 16, false, 0, false, context.newPromise());
  }

  void writeData(int id, ByteBuf data, boolean last) {
    handler.encoder().writeData(context, id, data, 0, last, context.newPromise());
    flush();
  }

  void writeData(int id, String data, boolean last) {
    writeData(id, NettyChannel.buffer(data), last);
  }

  void flush() {
    handler.flush(context);
  }

  /** The client gives it up. */
  void writeReset(int id) {
    handler.encoder().writeRstStream(context, id, 8, context.newPromise());
    flush();
  }

  /** The task of the event loop is over. */
  void endTask() {
    channel.runPendingTasks();
  }

  void readHead(int id, Http2Headers headers, boolean last) throws Exception {
    read("onHeadersRead5", context, id, headers, 0, last);
  }

  void readData(int id, String data, boolean last) throws Exception {
    read("onDataRead5", context, id, NettyChannel.buffer(data), 0, last);
  }

  void readReset(int id) throws Exception {
    read("onRstStreamRead3", context, id, 8L);
  }

  private void read(String method, Object... arguments) throws Exception {
    HookHandler reader = site("DefaultHttp2ConnectionDecoder$FrameReadListener#" + method);
    reader.handle(new Invocation("vertx", this, Arrays.asList(arguments), arguments[2]));
  }

  private HookHandler site(String place) {
    return sites.stream()
        .filter(site -> site.key().equals("netty-" + place))
        .findFirst()
        .orElseThrow()
        .handler();
  }

  /** Its writer, and its encoder, do what woven ones would do. */
  private final class Writer extends DefaultHttp2FrameWriter {

    @Override
    public ChannelFuture writeHeaders(
        ChannelHandlerContext context,
        int id,
        Http2Headers headers,
        int padding,
        boolean last,
        ChannelPromise promise) {
      Object instead = instead(6, context, id, headers, padding, last, promise);
      return instead == null
          ? super.writeHeaders(context, id, written(id, headers, last), padding, last, promise)
          : (ChannelFuture) instead;
    }

    @Override
    public ChannelFuture writeHeaders(
        ChannelHandlerContext context,
        int id,
        Http2Headers headers,
        int dependency,
        short weight,
        boolean exclusive,
        int padding,
        boolean last,
        ChannelPromise promise) {
      Object instead =
          instead(9, context, id, headers, dependency, weight, exclusive, padding, last, promise);
      written(instead == null ? id : 0, headers, last);
      return instead == null
          ? super.writeHeaders(
              context, id, headers, dependency, weight, exclusive, padding, last, promise)
          : (ChannelFuture) instead;
    }

    @Override
    public ChannelFuture writeRstStream(
        ChannelHandlerContext context, int id, long code, ChannelPromise promise) {
      Object[] arguments = {context, id, code, promise};
      handled(site("DefaultHttp2FrameWriter#writeRstStream4"), this, arguments, context);
      frames.add("RST_STREAM " + id);
      return super.writeRstStream(context, id, code, promise);
    }

    private Object instead(int count, Object... arguments) {
      return handled(site("DefaultHttp2FrameWriter#writeHeaders" + count), this, arguments, null);
    }

    @Override
    public ChannelFuture writeData(
        ChannelHandlerContext context,
        int id,
        ByteBuf data,
        int padding,
        boolean last,
        ChannelPromise promise) {
      frames.add("DATA " + id + ' ' + data.toString(US_ASCII) + (last ? " end" : ""));
      return super.writeData(context, id, data, padding, last, promise);
    }

    private Http2Headers written(int id, Http2Headers headers, boolean last) {
      if (id > 0) {
        String length = Objects.toString(headers.get("content-length"), "");
        frames.add("HEADERS " + id + ' ' + length + (last ? " end" : ""));
      }
      return headers;
    }
  }

  private final class Encoder extends DefaultHttp2ConnectionEncoder {

    private Encoder(Http2Connection connection, Http2FrameWriter writer) {
      super(connection, writer);
    }

    @Override
    public ChannelFuture writeHeaders(
        ChannelHandlerContext context,
        int id,
        Http2Headers headers,
        int padding,
        boolean last,
        ChannelPromise promise) {
      Object[] arguments = {context, id, headers, padding, last, promise};
      handled(site("DefaultHttp2ConnectionEncoder#writeHeaders6"), this, arguments, headers);
      return super.writeHeaders(context, id, headers, padding, last, promise);
    }

    @Override
    public ChannelFuture writeData(
        ChannelHandlerContext context,
        int id,
        ByteBuf data,
        int padding,
        boolean last,
        ChannelPromise promise) {
      Object[] arguments = {context, id, data, padding, last, promise};
      Object other =
          handled(site("DefaultHttp2ConnectionEncoder#writeData6"), this, arguments, data);
      return super.writeData(
          context, id, other == null ? data : (ByteBuf) other, padding, last, promise);
    }
  }

  private static Object handled(
      HookHandler handler, Object self, Object[] arguments, Object value) {
    try {
      return handler.handle(new Invocation("vertx", self, Arrays.asList(arguments), value));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
