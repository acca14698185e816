package dev.mcphotfix.agent.http.netty;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static dev.mcphotfix.agent.http.netty.NettyChannel.TOKEN_ENDPOINT;
import static dev.mcphotfix.agent.http.netty.NettyChannel.chunked;
import static dev.mcphotfix.agent.http.netty.NettyChannel.content;
import static dev.mcphotfix.agent.http.netty.NettyChannel.full;
import static dev.mcphotfix.agent.http.netty.NettyChannel.head;
import static dev.mcphotfix.agent.http.netty.NettyChannel.last;
import static dev.mcphotfix.agent.http.netty.NettyChannel.unended;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.oauth.decision.LateDirectory;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A refresh that an event loop sends before its token endpoint is known. */
final class NettyDiscoveryTest {

  private final LateDirectory directory = new LateDirectory();
  private final NettyChannel netty = new NettyChannel(directory);

  @AfterEach
  void neverWaits() {
    assertThat(directory.isWaitedFor()).isFalse();
  }

  private static Stream<List<Object>> requests() {
    return Stream.of(
        List.of(full(REFRESH)),
        List.of(unended(REFRESH), LastHttpContent.EMPTY_LAST_CONTENT),
        List.of(unended(REFRESH)),
        List.of(head(REFRESH.length()), content(REFRESH)),
        List.of(head(REFRESH.length()), content(REFRESH), LastHttpContent.EMPTY_LAST_CONTENT),
        List.of(
            head(REFRESH.length()),
            content(REFRESH.substring(0, 20)),
            content(REFRESH.substring(20, 30)),
            last(REFRESH.substring(30))));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void isHeldUntilItIs(List<Object> request) {
    netty.write(request.toArray());
    netty.channel.runPendingTasks();
    assertThat(netty.sent()).isEmpty();
    assertThat(netty.attempts.reasons()).isEmpty();

    directory.end(TOKEN_ENDPOINT);
    assertThat(netty.sent()).isEmpty();
    netty.channel.runPendingTasks();

    assertThat(netty.sent()).contains("content-length: " + CHANGED.length()).endsWith(CHANGED);
    assertThat(netty.attempts.reasons()).containsExactly("added");
  }

  @ParameterizedTest
  @MethodSource("requests")
  void goesOutAsItCameWhereNothingIsFound(List<Object> request) {
    netty.write(request.toArray());

    directory.end();
    netty.channel.runPendingTasks();

    assertThat(netty.sent())
        .startsWith("POST " + TOKEN_ENDPOINT + " HTTP/1.1\r\n")
        .contains("content-length: " + REFRESH.length())
        .endsWith("\r\n\r\n" + REFRESH);
    assertThat(netty.attempts.reasons()).containsExactly("unknown-endpoint");
  }

  private static Stream<List<Object>> endedRequests() {
    return requests().filter(parts -> parts.get(parts.size() - 1) instanceof LastHttpContent);
  }

  @ParameterizedTest
  @MethodSource("endedRequests")
  void goesOutBeforeWhatIsSentNext(List<Object> request) {
    netty.write(request.toArray());
    netty.channel.runPendingTasks();

    netty.write(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/next"));

    assertThat(netty.sent()).contains(REFRESH + "GET /next HTTP/1.1");
    directory.end(TOKEN_ENDPOINT);
    netty.channel.runPendingTasks();
    assertThat(netty.sent()).isEmpty();
    assertThat(netty.attempts.reasons()).containsExactly("unknown-endpoint:discovery-pending");
  }

  @Test
  void keepsItsChunksAndItsTrailer() {
    LastHttpContent last = last(REFRESH.substring(20));
    last.trailingHeaders().set("X-Trailer", "t");
    netty.write(chunked(), content(REFRESH.substring(0, 20)), last);

    directory.end(TOKEN_ENDPOINT);
    netty.channel.runPendingTasks();

    assertThat(netty.sent())
        .endsWith(
            "\r\n\r\n%x\r\n%s\r\n0\r\nX-Trailer: t\r\n\r\n".formatted(CHANGED.length(), CHANGED));
    assertThat(last.refCnt()).isZero();
  }

  @Test
  void isReleasedOnce() {
    FullHttpRequest request = full(REFRESH);
    ChannelPromise promise = netty.channel.newPromise();
    netty.write(request, promise);
    assertThat(request.refCnt()).isZero();

    directory.end(TOKEN_ENDPOINT);
    netty.channel.runPendingTasks();

    assertThat(promise.isSuccess()).isTrue();
    assertThat(netty.sentBody()).isEqualTo(CHANGED);
  }

  @Test
  void isNotHeldWhereItStaysAsItIs() {
    netty.write(full(CHANGED));

    assertThat(netty.sentBody()).isEqualTo(CHANGED);
    assertThat(directory.begun).isEmpty();
  }

  @Test
  void isAnsweredAsEver() {
    netty.write(full(REFRESH));
    directory.end(TOKEN_ENDPOINT);
    netty.channel.runPendingTasks();

    netty.receive("HTTP/1.1 200 OK\nContent-Length: 2\n\n{}");

    assertThat(netty.attempts.log.lastFact("status")).isEqualTo("200");
    assertThat(netty.isLeft()).isTrue();
  }

  @Test
  void isGoneWithItsConnection() {
    netty.write(full(REFRESH));

    netty.close();
    directory.end(TOKEN_ENDPOINT);
    netty.channel.runPendingTasks();

    assertThat(netty.sent()).isEmpty();
  }

  @Test
  void isKnownWhereTheClientHasSpokenToItsServerBefore() {
    netty.write(
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.GET, "https://mcp.example.com/mcp"));
    assertThat(directory.begun).containsExactly("example-server");
    directory.end(TOKEN_ENDPOINT);

    netty.write(full(REFRESH));

    assertThat(netty.sent()).endsWith(CHANGED);
  }

  @Test
  void doesNotBeginWhenTheClientSpeaksToAnother() {
    netty.write(
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.GET, "https://other.example.com/mcp"));

    assertThat(directory.begun).isEmpty();
  }

  @Test
  void beginsWhenTheClientFirstSpeaksToItsServerOverHttp2() {
    getOverHttp2("mcp.example.com");

    assertThat(directory.begun).containsExactly("example-server");
  }

  @Test
  void doesNotBeginWhenTheClientSpeaksToAnotherOverHttp2() {
    getOverHttp2("other.example.com");

    assertThat(directory.begun).isEmpty();
  }

  private void getOverHttp2(String host) {
    NettyConnection connection = new NettyConnection(directory);

    connection.write(
        connection.open(),
        NettyConnection.head(NettyConnection.post().method("GET").authority(host).path("/mcp")));
  }
}
