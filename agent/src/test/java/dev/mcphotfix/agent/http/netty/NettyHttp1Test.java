package dev.mcphotfix.agent.http.netty;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static dev.mcphotfix.agent.http.netty.NettyChannel.buffer;
import static dev.mcphotfix.agent.http.netty.NettyChannel.chunked;
import static dev.mcphotfix.agent.http.netty.NettyChannel.content;
import static dev.mcphotfix.agent.http.netty.NettyChannel.full;
import static dev.mcphotfix.agent.http.netty.NettyChannel.head;
import static dev.mcphotfix.agent.http.netty.NettyChannel.last;
import static dev.mcphotfix.agent.http.netty.NettyChannel.unended;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.FormBytes;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultFileRegion;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import java.io.File;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** A request of HTTP/1.1: whole, or with a body that follows its head. */
final class NettyHttp1Test {

  private static final String CODE = "grant_type=authorization_code&code=c";

  private final NettyChannel netty = new NettyChannel();

  @Test
  void addsTheIdToAWholeRequest() {
    FullHttpRequest request = full(REFRESH);
    request.trailingHeaders().set("X-Trailer", "t");

    netty.write(request);

    assertThat(netty.sent())
        .isEqualTo(
            """
            POST https://idp.example.com/connect/token HTTP/1.1
            Host: idp.example.com
            Content-Type: application/x-www-form-urlencoded
            content-length: %d

            """
                    .formatted(CHANGED.length())
                    .replace("\n", "\r\n")
                + CHANGED);
    assertThat(request.refCnt()).isZero();
    assertThat(netty.attempts.reasons()).containsExactly("added");
  }

  @Test
  void leavesAWholeRequestThatHasTheId() {
    netty.write(full(CHANGED));

    assertThat(netty.sentBody()).isEqualTo(CHANGED);
    assertThat(netty.attempts.reasons()).containsExactly("already-present");
  }

  @Test
  void holdsABodyThatFollowsUntilItIsWhole() {
    HttpContent part = content(REFRESH.substring(0, 20));
    LastHttpContent last = last(REFRESH.substring(20));
    last.trailingHeaders().set("X-Trailer", "t");
    netty.write(head(REFRESH.length()), part);

    assertThat(netty.sent()).isEmpty();
    assertThat(part.refCnt()).isZero();

    netty.write(last);

    assertThat(netty.sent()).contains("content-length: " + CHANGED.length()).endsWith(CHANGED);
    assertThat(last.refCnt()).isZero();
    assertThat(netty.attempts.reasons()).containsExactly("added");
  }

  @Test
  void sendsWhatIsWholeAndLeftAloneAsItCame() {
    netty.write(head(CHANGED.length()), content(CHANGED.substring(0, 50)));

    netty.write(last(CHANGED.substring(50)));

    assertThat(netty.sent()).contains("content-length: " + CHANGED.length()).endsWith(CHANGED);
  }

  @Test
  void keepsTheTrailerOfAChunkedBody() {
    LastHttpContent last = last(REFRESH.substring(20));
    last.trailingHeaders().set("X-Trailer", "t");

    netty.write(chunked(), content(REFRESH.substring(0, 20)), last);

    assertThat(netty.sent())
        .contains("transfer-encoding: chunked")
        .doesNotContain("content-length")
        .endsWith(
            "\r\n\r\n%x\r\n%s\r\n0\r\nX-Trailer: t\r\n\r\n".formatted(CHANGED.length(), CHANGED));
  }

  @Test
  void sendsABodyOfWhichTheToldLengthIsThereThoughItDoesNotEnd() {
    netty.write(head(REFRESH.length()), content(REFRESH.substring(0, 20)));

    netty.write(content(REFRESH.substring(20)));

    assertThat(netty.sent()).contains("content-length: " + CHANGED.length()).endsWith(CHANGED);
    netty.write(LastHttpContent.EMPTY_LAST_CONTENT);
    assertThat(netty.sent()).isEmpty();
    assertThat(netty.attempts.reasons()).containsExactly("added");
  }

  @Test
  void sendsABodyThatIsWithItsHeadThoughItDoesNotEnd() {
    netty.write(unended(REFRESH));
    netty.channel.runPendingTasks();

    assertThat(netty.sent()).contains("content-length: " + CHANGED.length()).endsWith(CHANGED);
    netty.write(LastHttpContent.EMPTY_LAST_CONTENT);
    assertThat(netty.sent()).isEmpty();
    assertThat(netty.attempts.reasons()).containsExactly("added");
  }

  @Test
  void sendsABodyThatIsWithItsHeadAndLeftAloneThoughItDoesNotEnd() {
    netty.write(unended(CHANGED));
    netty.channel.runPendingTasks();

    assertThat(netty.sentBody()).isEqualTo(CHANGED);
  }

  @Test
  void sendsABodyThatIsWithItsHeadAndEndsAtOnceOnce() {
    netty.channel.write(unended(REFRESH)).isDone();
    netty.write(LastHttpContent.EMPTY_LAST_CONTENT);
    netty.channel.runPendingTasks();

    assertThat(netty.sentBody()).isEqualTo(CHANGED);
  }

  @Test
  void sendsABodyOfWhichTheToldLengthIsThereAndThatIsLeftAloneAsItCame() {
    netty.write(head(CHANGED.length()), content(CHANGED));

    assertThat(netty.sent()).contains("content-length: " + CHANGED.length()).endsWith(CHANGED);
  }

  @Test
  void sendsABodyOfLessThanItsToldLengthAsItCame() {
    netty.write(head(REFRESH.length() + 3), content(REFRESH));
    assertThat(netty.sent()).isEmpty();

    netty.write(LastHttpContent.EMPTY_LAST_CONTENT);

    assertThat(netty.sent())
        .contains("content-length: " + (REFRESH.length() + 3))
        .endsWith("\r\n\r\n" + REFRESH);
    assertThat(netty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void sendsABodyOfMoreThanItsToldLengthAsItCame() {
    netty.write(head(REFRESH.length() - 3), content(REFRESH), LastHttpContent.EMPTY_LAST_CONTENT);

    assertThat(netty.sent())
        .contains("content-length: " + (REFRESH.length() - 3))
        .endsWith("\r\n\r\n" + REFRESH);
    assertThat(netty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void sendsNothingOfABodyThatBreaksOff() {
    netty.write(head(REFRESH.length()), content(REFRESH.substring(0, 30)));

    netty.close();

    assertThat(netty.sent()).isEmpty();
    assertThat(netty.attempts.reasons()).isEmpty();
  }

  @Test
  void letsAnotherGrantGoOnAtOnce() {
    netty.write(head(CODE.length() + 2), content(CODE.substring(0, 15)));
    assertThat(netty.sent()).isEmpty();

    netty.write(content(CODE.substring(15)));
    assertThat(netty.sentBody()).isEqualTo(CODE);
    netty.write(content("&x"));
    assertThat(netty.sent()).isEqualTo("&x");

    netty.write(LastHttpContent.EMPTY_LAST_CONTENT);
    assertThat(netty.attempts.reasons()).containsExactly("grant-not-enabled:authorization_code");
  }

  @Test
  void letsAClientThatAuthenticatesGoOnAtOnce() {
    HttpRequest head = head(REFRESH.length());
    head.headers().set("Authorization", "Basic aWQ6eA==");

    netty.write(head, content(REFRESH.substring(0, 30)));

    assertThat(netty.sentBody()).isEqualTo(REFRESH.substring(0, 30));
    netty.write(last(REFRESH.substring(30)));
    assertThat(netty.sent()).isEqualTo(REFRESH.substring(30));
    assertThat(netty.attempts.reasons()).containsExactly("http-basic");
  }

  @Test
  void holds64KibibytesAndNoMore() {
    String large = "refresh_token=" + "x".repeat(FormBytes.LARGEST - 14);
    netty.write(chunked(), content(large));
    assertThat(netty.sent()).isEmpty();

    netty.write(content("y"));

    assertThat(netty.sent()).startsWith("POST ").contains(large + "y");
    netty.write(last("z"));
    assertThat(netty.sent()).isEqualTo("1\r\nz\r\n0\r\n\r\n");
    assertThat(netty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void holdsNothingOfABodyThatIsToldToBeLonger() {
    netty.write(head(FormBytes.LARGEST + 1));

    assertThat(netty.sent()).startsWith("POST ").contains("content-length: 65537");
    assertThat(netty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void holdsABodyThatIsToldToBeAsLongAsAFormMayBe() {
    netty.write(head(FormBytes.LARGEST));

    assertThat(netty.sent()).isEmpty();
  }

  @Test
  void sendsAWholeRequestThatIsTooLongAsItCame() {
    String large = "refresh_token=" + "x".repeat(FormBytes.LARGEST);

    netty.write(full(large));

    assertThat(netty.sentBody()).isEqualTo(large);
    assertThat(netty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void holdsNoHeadThatTheServerIsToAnswer() {
    HttpRequest head = chunked();
    head.headers().set("Expect", "100-continue");
    netty.write(head);

    assertThat(netty.sent()).startsWith("POST ").contains("Expect: 100-continue");

    netty.write(content(REFRESH));
    assertThat(netty.sent()).isEmpty();
    netty.write(LastHttpContent.EMPTY_LAST_CONTENT);
    assertThat(netty.sent())
        .isEqualTo("%x\r\n%s\r\n0\r\n\r\n".formatted(CHANGED.length(), CHANGED));
  }

  @Test
  void leavesABodyWhoseLengthTheServerIsTold() {
    HttpRequest head = head(REFRESH.length());
    head.headers().set("Expect", "100-continue");

    netty.write(head);
    assertThat(netty.sent()).startsWith("POST ");
    netty.write(last(REFRESH));

    assertThat(netty.sent()).isEqualTo(REFRESH);
    assertThat(netty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void addsTheIdToAWholeRequestThatTheServerIsToAnswer() {
    FullHttpRequest request = full(REFRESH);
    request.headers().set("Expect", "100-continue");

    netty.write(request);

    assertThat(netty.sentBody()).isEqualTo(CHANGED);
  }

  @Test
  void sendsWhatIsHeldBeforeSomethingThatIsNoPartOfIt() {
    netty.write(head(1000), content(REFRESH));

    netty.write(new DefaultFileRegion(new File("none"), 0, 1));

    assertThat(netty.sentBody()).isEqualTo(REFRESH + "[a file]");
    assertThat(netty.attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void completesWhatIsWrittenThoughItIsHeld() {
    ChannelPromise head = netty.channel.newPromise();
    ChannelPromise part = netty.channel.newPromise();

    netty.write(head(REFRESH.length()), head);
    netty.write(content(REFRESH.substring(0, 9)), part);

    assertThat(head.isSuccess()).isTrue();
    assertThat(part.isSuccess()).isTrue();
  }

  @Test
  void addsTheIdToEachOfSeveralRequests() {
    netty.write(full(REFRESH));
    netty.sent();
    netty.receive("HTTP/1.1 200 OK\nContent-Length: 0\n\n");

    netty.write(head(REFRESH.length()), last(REFRESH));

    assertThat(netty.sentBody()).isEqualTo(CHANGED);
    netty.receive("HTTP/1.1 200 OK\nContent-Length: 0\n\n");
    assertThat(netty.isLeft()).isTrue();
  }

  @Test
  void takesTheUrlFromItsPathAndHost() throws Exception {
    netty
        .channel
        .pipeline()
        .addFirst(new SslHandler(SSLContext.getDefault().createSSLEngine(), true));

    netty.write(full(REFRESH).setUri("/connect/token"));

    assertThat(netty.attempts.reasons()).containsExactly("added");
  }

  @Test
  void leavesOneWithoutTlsToAnEndpointThatHasIt() {
    netty.write(full(REFRESH).setUri("/connect/token"));

    assertThat(netty.sentBody()).isEqualTo(REFRESH);
    assertThat(netty.attempts.reasons()).isNotEmpty().doesNotContain("added");
  }

  @Test
  void looksForTheUrlInAPathNowhereElse() {
    netty.write(full(REFRESH).setUri("/connect/token?next=https://other.example"));

    assertThat(netty.sentBody()).isEqualTo(REFRESH);
    assertThat(netty.attempts.log.lastFact("endpoint"))
        .startsWith("http://idp.example.com/connect/token");
  }

  @Test
  void leavesWhatIsNoPost() {
    netty.write(full(REFRESH).setMethod(HttpMethod.PUT));

    leavesAlone(REFRESH);
  }

  @Test
  void leavesWhatIsNoForm() {
    FullHttpRequest request = full(REFRESH);
    request.headers().set("Content-Type", "application/json");

    netty.write(request);

    leavesAlone(REFRESH);
  }

  @Test
  void leavesOtherClientsOfNetty() {
    NettyChannel other = new NettyChannel("another.reactor.client");

    other.write(full(REFRESH));

    assertThat(other.sentBody()).isEqualTo(REFRESH);
    assertThat(other.attempts.reasons()).containsExactly("body-unreadable:unknown-client");
  }

  @Test
  void leavesWhatIsNoRequest() {
    netty.write(full(CODE));
    netty.sent();

    netty.write(buffer(""));

    assertThat(netty.attempts.reasons()).hasSize(1);
  }

  private void leavesAlone(String form) {
    assertThat(netty.sentBody()).isEqualTo(form);
    assertThat(netty.attempts.reasons()).isEmpty();
    assertThat(netty.isLeft()).isTrue();
  }
}
