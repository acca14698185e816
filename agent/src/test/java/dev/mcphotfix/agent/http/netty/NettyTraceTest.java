package dev.mcphotfix.agent.http.netty;

import static dev.mcphotfix.agent.http.RecordedAttempts.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told over HTTP/1.1 of the answer to a request that is no token request. */
final class NettyTraceTest {

  private static final String REFUSED =
      """
      HTTP/1.1 401 Unauthorized
      www-authenticate: Bearer error="invalid_token"
      Content-Length: 2

      no""";
  private static final String EMPTY = "HTTP/1.1 200 OK\nContent-Length: 0\n\n";

  private final NettyChannel netty = new NettyChannel();

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void tellsThatTheServerRefuses(String method) {
    netty.attempts.traced();
    netty.write(request(method, SERVER));
    assertThat(netty.isLeft()).isFalse();

    netty.receive(REFUSED);

    assertThat(netty.attempts.log.entries).hasSize(1);
    assertThat(netty.attempts.log.last().facts())
        .containsEntry("step", "request-refused")
        .containsEntry("method", method)
        .containsEntry("url", SERVER)
        .containsEntry("status", "401")
        .containsEntry("error", "invalid_token");
    assertThat(netty.isLeft()).isTrue();
    assertThat(received()).containsExactly(401, 0);
  }

  @Test
  void addsNothingToTheChannelWhereNobodyAsks() {
    netty.write(request("GET", SERVER));
    assertThat(netty.isLeft()).isTrue();

    netty.receive(REFUSED);

    assertThat(netty.attempts.log.entries).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://mcp.example.com/other", "https://other.example.com/mcp"})
  void addsNothingToTheChannelOfARequestToAnother(String url) {
    netty.attempts.traced();

    netty.write(request("GET", url));

    assertThat(netty.isLeft()).isTrue();
  }

  @Test
  void addsNothingToTheChannelOfAnUnknownClient() {
    NettyChannel unknown =
        new NettyChannel(List.of("vertx"), "handler", new ChannelInboundHandlerAdapter());
    unknown.attempts.traced();

    unknown.write(request("GET", SERVER));

    assertThat(unknown.isLeft()).isTrue();
    assertThat(unknown.attempts.log.entries).isEmpty();
  }

  @Test
  void tellsTheAnswerBehindThoseThatComeFirst() {
    netty.attempts.traced();
    netty.codec.queue.add(HttpMethod.GET);
    netty.write(request("GET", SERVER));

    netty.receive(EMPTY);
    netty.receive("HTTP/1.1 103 Early Hints\n\n");
    assertThat(netty.attempts.log.entries).isEmpty();
    netty.receive(REFUSED);

    assertThat(netty.attempts.log.lastFact("status")).isEqualTo("401");
    assertThat(netty.isLeft()).isTrue();
  }

  @Test
  void leavesAChannelThatSpeaksAnotherProtocolFromThenOn() {
    netty.attempts.traced();
    netty.write(request("GET", SERVER));

    netty.receive("HTTP/1.1 101 Switching Protocols\nUpgrade: websocket\n\n");

    assertThat(netty.isLeft()).isTrue();
    assertThat(netty.attempts.log.entries).isEmpty();
  }

  @Test
  void passesWhateverElseHappensOn() {
    netty.attempts.traced();
    List<Object> events = new ArrayList<>();
    netty.channel.pipeline().addLast(new RecordedEvents(events));
    netty.write(request("GET", SERVER));

    netty.channel.pipeline().fireUserEventTriggered("event");
    netty.channel.pipeline().fireExceptionCaught(new IllegalStateException("broken"));
    netty.channel.pipeline().fireChannelWritabilityChanged();

    assertThat(events).containsExactly("event", "broken", "writability");
  }

  @Test
  void passesOnWhatItCannotReadAndLeaves() {
    NettyRequest request = added();
    when(request.has(any())).thenThrow(new IllegalStateException("broken"));

    netty.channel.pipeline().context("codec").fireChannelRead("message");

    assertThat(netty.channel.<Object>readInbound()).isEqualTo("message");
    assertThat(netty.isLeft()).isTrue();
    assertThat(netty.attempts.reasons()).containsExactly("agent-error:IllegalStateException");
  }

  @Test
  void leavesWhereTheClientHasGivenUpWhatWasNeverSent() {
    NettyRequest request = added();
    netty.channel.pipeline().fireUserEventTriggered("event");
    assertThat(netty.isLeft()).isFalse();
    when(request.isAbandoned()).thenReturn(true);

    netty.channel.pipeline().fireUserEventTriggered("event");

    assertThat(netty.isLeft()).isTrue();
  }

  /** One whose answer is told. */
  private NettyRequest added() {
    ChannelHandlerContext codec = netty.channel.pipeline().context("codec");
    NettyRequest request = mock(NettyRequest.class);
    when(request.context()).thenReturn(codec);
    when(request.encoder()).thenReturn(netty.codec);
    when(request.pipeline()).thenReturn(netty.channel.pipeline());
    ToldResponse.add(request, "GET", netty.attempts.examiner);
    assertThat(netty.isLeft()).isFalse();
    return request;
  }

  private static FullHttpRequest request(String method, String url) {
    return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(method), url);
  }

  /** The status, and zero for what follows it. */
  private List<Integer> received() {
    List<Integer> received = new ArrayList<>();
    for (Object each = netty.channel.readInbound();
        each != null;
        each = netty.channel.readInbound()) {
      received.add(each instanceof HttpResponse response ? response.status().code() : 0);
      ReferenceCountUtil.release(each);
    }
    return received;
  }
}
