package dev.mcphotfix.agent.http.netty;

import static dev.mcphotfix.agent.http.RecordedAttempts.SERVER;
import static dev.mcphotfix.agent.http.netty.NettyConnection.head;
import static dev.mcphotfix.agent.http.netty.NettyConnection.last;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.RecordedAttempts;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import org.junit.jupiter.api.Test;

/** What is told over HTTP/2 of the answer to a request that is no token request. */
final class NettyHttp2TraceTest {

  private final NettyConnection framed = new NettyConnection();
  private final WovenConnection written = new WovenConnection();

  @Test
  void tellsThatTheServerRefuses() {
    framed.attempts.traced();
    Http2StreamChannel stream = framed.open();
    framed.write(stream, request());
    Http2StreamChannel other = framed.open();
    framed.write(other, new DefaultHttp2HeadersFrame(server().path("/other"), true));

    framed.receive(other, head(new DefaultHttp2Headers().status("403")));
    framed.receive(stream, head(new DefaultHttp2Headers().status("103")));
    assertThat(framed.isLeft()).isFalse();
    framed.receive(stream, head(refused()));

    isTold(framed.attempts, "GET");
    assertThat(framed.isLeft()).isTrue();
  }

  @Test
  void tellsWhatIsPostedToo() {
    framed.attempts.traced();
    Http2StreamChannel stream = framed.open();
    framed.write(stream, head(server().method("POST")), last("{}"));

    framed.receive(stream, head(refused()));

    isTold(framed.attempts, "POST");
    assertThat(framed.frames).contains("DATA {} end");
  }

  @Test
  void addsNothingToTheChannelWhereNobodyAsks() {
    Http2StreamChannel stream = framed.open();

    framed.write(stream, request());
    assertThat(framed.isLeft()).isTrue();
    framed.receive(stream, head(refused()));

    assertThat(framed.attempts.log.entries).isEmpty();
  }

  @Test
  void leavesTheChannelWhereTheServerResetsTheStream() {
    framed.attempts.traced();
    Http2StreamChannel stream = framed.open();
    framed.write(stream, request());

    framed.receive(stream, new DefaultHttp2ResetFrame(8));

    assertThat(framed.isLeft()).isTrue();
    assertThat(framed.attempts.log.entries).isEmpty();
  }

  @Test
  void leavesTheChannelWhereTheClientGivesTheStreamUp() {
    framed.attempts.traced();
    Http2StreamChannel stream = framed.open();
    framed.write(stream, request());

    framed.close(stream);
    framed.tell("event");

    assertThat(framed.isLeft()).isTrue();
    assertThat(framed.events).contains("event");
    assertThat(framed.attempts.log.entries).isEmpty();
  }

  @Test
  void tellsThatTheServerRefusesAClientThatWritesToTheConnectionItself() throws Exception {
    written.attempts.traced();
    written.writeHead(3, server(), true);
    written.writeHead(5, server().path("/other"), true);

    written.readHead(5, refused(), true);
    written.readHead(3, new DefaultHttp2Headers().status("103"), false);
    assertThat(written.attempts.log.entries).isEmpty();
    written.readHead(3, refused(), false);
    written.readData(3, "no", true);
    written.readHead(3, refused(), true);

    isTold(written.attempts, "GET");
  }

  @Test
  void tellsNothingOfSuchAClientWhereNobodyAsks() throws Exception {
    written.writeHead(3, server(), true);
    written.attempts.traced();

    written.readHead(3, refused(), true);

    assertThat(written.attempts.log.entries).isEmpty();
  }

  @Test
  void tellsNothingOfAStreamThatIsReset() throws Exception {
    written.attempts.traced();
    written.writeHead(3, server(), true);
    written.writeHead(5, server(), true);

    written.readReset(3);
    written.writeReset(5);
    written.readHead(3, refused(), true);
    written.readHead(5, refused(), true);

    assertThat(written.attempts.log.entries).isEmpty();
  }

  @Test
  void tellsNothingOfAnUnknownClient() throws Exception {
    WovenConnection unknown = new WovenConnection(new ChannelInboundHandlerAdapter());
    unknown.attempts.traced();

    unknown.writeHead(3, server(), true);
    unknown.readHead(3, refused(), true);

    assertThat(unknown.attempts.log.entries).isEmpty();
  }

  private static void isTold(RecordedAttempts attempts, String method) {
    assertThat(attempts.log.entries).hasSize(1);
    assertThat(attempts.log.last().facts())
        .containsEntry("step", "request-refused")
        .containsEntry("method", method)
        .containsEntry("url", SERVER)
        .containsEntry("status", "401")
        .containsEntry("error", "invalid_token");
  }

  private static Http2HeadersFrame request() {
    return new DefaultHttp2HeadersFrame(server(), true);
  }

  private static Http2Headers server() {
    return new DefaultHttp2Headers()
        .method("GET")
        .scheme("https")
        .authority("mcp.example.com")
        .path("/mcp");
  }

  private static Http2Headers refused() {
    return new DefaultHttp2Headers()
        .status("401")
        .add("www-authenticate", "Bearer error=\"invalid_token\"");
  }
}
