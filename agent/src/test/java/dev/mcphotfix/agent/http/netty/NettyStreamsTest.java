package dev.mcphotfix.agent.http.netty;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static dev.mcphotfix.agent.http.netty.NettyConnection.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.RecordedAttempts;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A token request that a client writes to a connection of HTTP/2 itself. */
final class NettyStreamsTest {

  private static final String CODE = "grant_type=authorization_code&code=c";
  private static final String REFUSED = "{\"error\":\"invalid_request\"}";

  private final WovenConnection netty = new WovenConnection();

  @Test
  void hasTheIdAndItsLengthWhereTheBodyComesWithTheHead() {
    netty.writeHead(3, post(REFRESH.length()), false);
    assertThat(netty.frames).isEmpty();
    netty.writeData(3, REFRESH, true);

    assertThat(netty.frames)
        .containsExactly("HEADERS 3 " + CHANGED.length(), "DATA 3 " + CHANGED + " end");
    assertThat(netty.attempts.reasons()).containsExactly("added");
  }

  @Test
  void isTheSameWithAPriority() {
    netty.writeHeadWithPriority(3, post(REFRESH.length()));
    assertThat(netty.frames).isEmpty();
    netty.writeData(3, REFRESH, true);

    assertThat(netty.frames)
        .containsExactly("HEADERS 3 " + CHANGED.length(), "DATA 3 " + CHANGED + " end");
  }

  @Test
  void isWholeWhenAllThatWasToldIsThere() {
    netty.writeHead(3, post(REFRESH.length()), false);
    netty.writeData(3, REFRESH, false);
    netty.writeData(3, "", true);

    assertThat(netty.frames)
        .containsExactly("HEADERS 3 " + CHANGED.length(), "DATA 3 " + CHANGED, "DATA 3  end");
  }

  @Test
  void isSentOnceWhenTheTaskIsOver() {
    netty.writeHead(3, post(REFRESH.length()), false);
    netty.writeData(3, REFRESH, true);
    netty.endTask();

    assertThat(netty.frames).hasSize(2);
    assertThat(netty.attempts.reasons()).containsExactly("added");
  }

  @Test
  void givesTheClientsBufferBackForItsOwn() {
    ByteBuf buffer = NettyChannel.buffer(REFRESH);
    netty.writeHead(3, post(REFRESH.length()), false);
    netty.writeData(3, buffer, true);

    assertThat(buffer.refCnt()).isZero();
  }

  @Test
  void anotherGrantIsSentAsItCame() {
    netty.writeHead(3, post(CODE.length()), false);
    netty.writeData(3, CODE, true);

    assertThat(netty.frames)
        .containsExactly("HEADERS 3 " + CODE.length(), "DATA 3 " + CODE + " end");
  }

  @Test
  void aBodyOfUntoldLengthIsHeldButNotItsHead() {
    netty.writeHead(3, post(), false);
    assertThat(netty.frames).containsExactly("HEADERS 3 ");
    netty.endTask();
    netty.writeData(3, REFRESH.substring(0, 20), false);
    netty.endTask();
    netty.writeData(3, REFRESH.substring(20), true);

    assertThat(netty.frames).containsExactly("HEADERS 3 ", "DATA 3 " + CHANGED + " end");
  }

  @Test
  void isOvertakenByNoOther() {
    netty.writeHead(3, post(REFRESH.length()), false);
    netty.writeHead(5, get(), true);
    netty.writeData(3, REFRESH, true);

    assertThat(netty.frames)
        .containsExactly(
            "HEADERS 3 " + REFRESH.length(), "HEADERS 5  end", "DATA 3 " + REFRESH + " end");
    assertThat(netty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void waitsNoLongerThanTheTaskOfTheEventLoop() {
    netty.writeHead(3, post(REFRESH.length()), false);
    netty.endTask();
    assertThat(netty.frames).containsExactly("HEADERS 3 " + REFRESH.length());

    netty.writeData(3, REFRESH, true);

    assertThat(netty.frames).last().isEqualTo("DATA 3 " + REFRESH + " end");
    assertThat(netty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void isSentAsItComesWhereItComesInParts() {
    netty.writeHead(3, post(REFRESH.length()), false);
    netty.writeData(3, REFRESH.substring(0, 20), false);
    netty.writeData(3, REFRESH.substring(20), true);

    assertThat(netty.frames)
        .containsExactly(
            "HEADERS 3 " + REFRESH.length(),
            "DATA 3 " + REFRESH.substring(0, 20),
            "DATA 3 " + REFRESH.substring(20) + " end");
  }

  @Test
  void isThereWhenTheClientGivesItUp() {
    netty.writeHead(3, post(REFRESH.length()), false);
    netty.writeReset(3);

    assertThat(netty.frames).containsExactly("HEADERS 3 " + REFRESH.length(), "RST_STREAM 3");
    assertThat(netty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void isSentNoFurtherWhenTheClientGivesItUp() {
    netty.writeHead(3, post(), false);
    netty.writeData(3, REFRESH.substring(0, 20), false);
    netty.writeReset(3);

    assertThat(netty.frames).containsExactly("HEADERS 3 ", "RST_STREAM 3");
    assertThat(netty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void isWholeWhenItsTrailerComes() {
    netty.writeHead(3, post(), false);
    netty.writeData(3, REFRESH, false);
    netty.writeHead(3, new DefaultHttp2Headers().add("x", "y"), true);
    netty.flush();

    assertThat(netty.frames).containsExactly("HEADERS 3 ", "DATA 3 " + CHANGED, "HEADERS 3  end");
  }

  @Test
  void hasItsHeadBeforeItsTrailer() {
    netty.writeHead(3, post(REFRESH.length()), false);
    netty.writeHead(3, new DefaultHttp2Headers().add("x", "y"), true);

    assertThat(netty.frames).containsExactly("HEADERS 3 " + REFRESH.length(), "HEADERS 3  end");
  }

  @Test
  void aBodyThatIsTooLongIsSentAsItComes() {
    String part = "x".repeat(FormBytes.LARGEST);
    netty.writeHead(3, post(), false);
    netty.writeData(3, part, false);
    assertThat(netty.frames).hasSize(1);
    netty.writeData(3, part, true);

    assertThat(netty.frames.get(1)).startsWith("DATA 3 " + part.substring(1));
    assertThat(netty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void oneThatIsToldToBeTooLongIsNotHeld() {
    netty.writeHead(3, post(FormBytes.LARGEST + 1), false);

    assertThat(netty.frames).containsExactly("HEADERS 3 " + (FormBytes.LARGEST + 1));
    assertThat(netty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void oneThatWaitsForTheServersConsentIsNotHeld() {
    netty.writeHead(3, post(REFRESH.length()).add("expect", "100-continue"), false);

    assertThat(netty.frames).containsExactly("HEADERS 3 " + REFRESH.length());
  }

  @Test
  void whatIsNoFormIsNotLookedAt() {
    netty.writeHead(3, post(REFRESH.length()).set("content-type", "application/json"), false);
    netty.writeHead(5, post(REFRESH.length()).method("PUT"), false);

    assertThat(netty.frames).hasSize(2);
    assertThat(netty.attempts.reasons()).isEmpty();
  }

  @Test
  void theAnswerIsTold() throws Exception {
    refresh();
    netty.readHead(3, new DefaultHttp2Headers().status("103"), false);
    netty.readHead(3, new DefaultHttp2Headers().status("400"), false);
    netty.readData(5, "{\"error\":\"of another\"}", true);
    netty.readData(3, REFUSED, true);

    assertThat(netty.attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(netty.attempts.log.lastFact("error")).isEqualTo("invalid_request");
  }

  @Test
  void anAnswerWithATrailerIsTold() throws Exception {
    refresh();
    netty.readHead(3, new DefaultHttp2Headers().status("200"), false);
    netty.readHead(3, new DefaultHttp2Headers().add("x", "y"), true);

    assertThat(netty.attempts.log.lastFact("status")).isEqualTo("200");
  }

  @Test
  void isNotAnsweredOnceTheServerHasResetIt() throws Exception {
    refresh();
    netty.readReset(3);
    netty.readHead(3, new DefaultHttp2Headers().status("400"), true);

    assertThat(netty.attempts.actions()).containsExactly("added client_id");
  }

  @Test
  void ofAnUnknownClientIsTold() {
    WovenConnection unknown = new WovenConnection(new ChannelInboundHandlerAdapter());

    unknown.writeHead(3, post(REFRESH.length()), false);

    assertThat(unknown.frames).hasSize(1);
    assertThat(unknown.attempts.reasons()).containsExactly("body-unreadable:unknown-client");
  }

  @Test
  void isMetWhereAHookIsOfSuchAClient() {
    assertThat(new Netty().sites(List.of("vertx"), new RecordedAttempts().examiner)).hasSize(11);
    assertThat(new Netty().sites(List.of("armeria"), new RecordedAttempts().examiner)).hasSize(11);
    assertThat(new Netty().sites(List.of("reactor-netty"), new RecordedAttempts().examiner))
        .hasSize(2);
  }

  private void refresh() {
    netty.writeHead(3, post(REFRESH.length()), false);
    netty.writeData(3, REFRESH, true);
  }

  private static Http2Headers get() {
    return post().method("GET");
  }
}
