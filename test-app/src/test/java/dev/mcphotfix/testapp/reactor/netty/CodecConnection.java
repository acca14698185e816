package dev.mcphotfix.testapp.reactor.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One connection through Netty's client codec, without a network. */
final class CodecConnection {

  private final List<ByteBuf> buffers = new ArrayList<>();
  private final List<String> received = new ArrayList<>();
  private final StringBuilder sent = new StringBuilder();
  private final EmbeddedChannel channel;

  private CodecConnection(EmbeddedChannel channel) {
    this.channel = channel;
  }

  static CodecConnection ofLibrary() {
    return new CodecConnection(new EmbeddedChannel(new HttpClientCodec(), new Library()));
  }

  static CodecConnection ofStranger() {
    return new CodecConnection(new EmbeddedChannel(new HttpClientCodec()));
  }

  /** By its name the agent knows whose connection it is. */
  private static final class Library extends ChannelDuplexHandler {}

  /** A buffer whose references are counted. */
  ByteBuf buffer(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    ByteBuf buffer = PooledByteBufAllocator.DEFAULT.directBuffer().writeBytes(bytes);
    buffers.add(buffer);
    return buffer;
  }

  void write(Object... messages) {
    channel.writeOutbound(messages);
    for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
      sent.append(out.toString(StandardCharsets.US_ASCII));
      out.release();
    }
  }

  boolean isSilent() {
    return sent.length() == 0;
  }

  void answer(String statusLine, String body) {
    String head = "HTTP/1.1 " + statusLine + "\r\n";
    String length = statusLine.startsWith("1") ? "" : "Content-Length: " + body.length() + "\r\n";
    channel.writeInbound(
        Unpooled.copiedBuffer(head + length + "\r\n" + body, StandardCharsets.US_ASCII));
    for (Object in = channel.readInbound(); in != null; in = channel.readInbound()) {
      received.add(
          in instanceof HttpResponse response
              ? response.status().toString()
              : ((HttpContent) in).content().toString(StandardCharsets.US_ASCII));
      ReferenceCountUtil.release(in);
    }
  }

  void close() {
    channel.close().syncUninterruptibly();
  }

  /** What a server makes of what was sent, one line for each request. */
  void print(String... names) {
    EmbeddedChannel server =
        new EmbeddedChannel(new HttpRequestDecoder(), new HttpObjectAggregator(1 << 20));
    server.writeInbound(Unpooled.copiedBuffer(sent, StandardCharsets.US_ASCII));
    for (String name : names) {
      FullHttpRequest request = server.readInbound();
      StringBuilder line = new StringBuilder(name + " " + request.method() + " " + request.uri());
      for (Map.Entry<String, String> field : request.headers()) {
        boolean isLength = field.getKey().equalsIgnoreCase("Content-Length");
        line.append(' ').append(field.getKey()).append(isLength ? "" : ":" + field.getValue());
      }
      String body = request.content().toString(StandardCharsets.US_ASCII);
      System.out.println(
          line + " trailer=" + request.trailingHeaders().entries() + " body=" + body);
      request.release();
    }
    System.out.println(
        "then "
            + received
            + " references="
            + buffers.stream().map(ByteBuf::refCnt).toList()
            + " handlers="
            + channel.pipeline().names().size());
  }
}
