package dev.mcphotfix.agent.http.netty;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.mcphotfix.agent.hook.HookHandler;
import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.oauth.decision.LateDirectory;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.List;

/** A channel of Reactor Netty that speaks HTTP/1.1, with the hook on its codec. */
final class NettyChannel {

  static final String TOKEN_ENDPOINT = "https://idp.example.com/connect/token";
  static final String FORM = "application/x-www-form-urlencoded";

  /** As Reactor Netty names its handlers. */
  static final String REACTOR = "reactor.right.reactiveBridge";

  final RecordedAttempts attempts;
  final WovenCodec codec;
  final EmbeddedChannel channel = new EmbeddedChannel();

  NettyChannel() {
    this(REACTOR);
  }

  NettyChannel(String name) {
    this(List.of("reactor-netty"), name, new ChannelInboundHandlerAdapter());
  }

  /** Whose endpoint is found out late. */
  NettyChannel(LateDirectory directory) {
    this(
        List.of("reactor-netty"),
        REACTOR,
        new ChannelInboundHandlerAdapter(),
        new RecordedAttempts(directory));
  }

  /**
   * A channel of any library.
   *
   * @param hooks the ones that are switched on
   * @param name of its handler
   */
  NettyChannel(List<String> hooks, String name, ChannelHandler handler) {
    this(hooks, name, handler, new RecordedAttempts());
  }

  private NettyChannel(
      List<String> hooks, String name, ChannelHandler handler, RecordedAttempts attempts) {
    this.attempts = attempts;
    codec = new WovenCodec(site(hooks));
    channel.pipeline().addLast("codec", codec);
    channel.pipeline().addLast(name, handler);
  }

  private HookHandler site(List<String> hooks) {
    return new Netty()
        .sites(hooks, attempts.examiner).stream()
            .filter(site -> site.key().equals("netty"))
            .findFirst()
            .orElseThrow()
            .handler();
  }

  static FullHttpRequest full(String form) {
    FullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, TOKEN_ENDPOINT, buffer(form));
    fill(request.headers()).set("content-length", form.length());
    return request;
  }

  /** Without a length. */
  static HttpRequest head() {
    HttpRequest request =
        new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, TOKEN_ENDPOINT);
    fill(request.headers());
    return request;
  }

  static HttpRequest head(int length) {
    HttpRequest request = head();
    request.headers().set("content-length", length);
    return request;
  }

  static HttpRequest chunked() {
    HttpRequest request = head();
    request.headers().set("transfer-encoding", "chunked");
    return request;
  }

  private static HttpHeaders fill(HttpHeaders headers) {
    return headers.set("Host", "idp.example.com").set("Content-Type", FORM);
  }

  /** A head with all of its body, which does not end: as Vert.x writes the first part. */
  static HttpRequest unended(String form) {
    return new Unended(head(form.length()), buffer(form));
  }

  private static final class Unended extends DefaultHttpRequest implements HttpContent {

    private final ByteBuf content;

    private Unended(HttpRequest head, ByteBuf content) {
      super(head.protocolVersion(), head.method(), head.uri(), head.headers());
      this.content = content;
    }

    @Override
    public ByteBuf content() {
      return content;
    }

    @Override
    public int refCnt() {
      return content.refCnt();
    }

    @Override
    public boolean release() {
      return content.release();
    }

    @Override
    public boolean release(int decrement) {
      return content.release(decrement);
    }

    @Override
    public HttpContent retain() {
      content.retain();
      return this;
    }

    @Override
    public HttpContent retain(int increment) {
      content.retain(increment);
      return this;
    }

    @Override
    public HttpContent touch() {
      return this;
    }

    @Override
    public HttpContent touch(Object hint) {
      return this;
    }

    @Override
    public HttpContent copy() {
      return this;
    }

    @Override
    public HttpContent duplicate() {
      return this;
    }

    @Override
    public HttpContent retainedDuplicate() {
      return this;
    }

    @Override
    public HttpContent replace(ByteBuf other) {
      return this;
    }
  }

  static HttpContent content(String text) {
    return new DefaultHttpContent(buffer(text));
  }

  static LastHttpContent last(String text) {
    return new DefaultLastHttpContent(buffer(text));
  }

  static ByteBuf buffer(String text) {
    return Unpooled.copiedBuffer(text, US_ASCII);
  }

  void write(Object... messages) {
    channel.writeOutbound(messages);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The promise is that future.
  void write(Object message, ChannelPromise promise) {
    channel.writeAndFlush(message, promise);
  }

  void close() {
    channel.close().syncUninterruptibly();
  }

  /** Whatever has left the channel since this was asked last. */
  String sent() {
    StringBuilder sent = new StringBuilder();
    for (Object each = channel.readOutbound(); each != null; each = channel.readOutbound()) {
      sent.append(each instanceof ByteBuf part ? part.toString(US_ASCII) : "[a file]");
      ReferenceCountUtil.release(each);
    }
    return sent.toString();
  }

  /** The same, as the body behind the head. */
  String sentBody() {
    String sent = sent();
    return sent.substring(sent.indexOf("\r\n\r\n") + 4);
  }

  void receive(String text) {
    channel.writeInbound(buffer(text.replace("\n", "\r\n")));
  }

  /** Whether nothing of the agent is in the pipeline. */
  boolean isLeft() {
    return channel.pipeline().names().size() == 3;
  }
}
