package dev.mcphotfix.agent.http.jetty;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import dev.mcphotfix.agent.http.RecordedAttempts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.client.AsyncRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** Which requests of Jetty are met, what is told of their answers, and what is left of it. */
final class JettyTest {

  private static final String REFUSED = "{\"error\":\"invalid_request\"}";

  private final StringRequestContent content = new StringRequestContent(REFRESH);
  private final JettyExchange jetty = new JettyExchange(content).told(REFRESH.length());

  @Test
  void leavesWhatIsNoPost() throws Exception {
    jetty.request.method("PUT");

    leavesAlone();
  }

  @Test
  void leavesWhatIsNoForm() throws Exception {
    jetty.header("Content-Type", "application/json");

    leavesAlone();
  }

  @Test
  void leavesWhatSaysNothingOfItsType() throws Exception {
    jetty.request.headers(headers -> headers.remove("Content-Type"));

    leavesAlone();
  }

  @Test
  void leavesWhatHasNoContent() throws Exception {
    JettyExchange empty = new JettyExchange(null);

    assertThat(empty.begin()).isTrue();

    assertThat(empty.sent()).isNull();
    assertThat(empty.attempts.reasons()).isEmpty();
  }

  private void leavesAlone() throws Exception {
    assertThat(jetty.begin()).isTrue();

    assertThat(jetty.sent()).isSameAs(content);
    jetty.receive(REFUSED);
    jetty.complete(null);
    assertThat(jetty.attempts.log.entries).isEmpty();
  }

  @Test
  void tellsWhatTheServerAnswered() throws Exception {
    refresh();

    answer(400, REFUSED);

    assertThat(jetty.attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(jetty.attempts.log.lastFact("error")).isEqualTo("invalid_request");
  }

  @Test
  void tellsNothingOfAnAnswerThatFailed() throws Exception {
    refresh();

    jetty.complete(new IOException("broken"));

    assertThat(jetty.attempts.log.entries).hasSize(1);
    assertThat(jetty.sent()).isSameAs(content);
  }

  @Test
  void awaitsTheAnswerBehindAnInterimOne() throws Exception {
    refresh();

    answer(199, "");
    assertThat(jetty.attempts.log.entries).hasSize(1);
    answer(200, "{}");

    assertThat(jetty.attempts.log.lastFact("status")).isEqualTo("200");
  }

  @Test
  void tellsAnAnswerOnce() throws Exception {
    refresh();

    answer(200, "{}");
    answer(400, REFUSED);

    assertThat(jetty.attempts.log.entries).hasSize(2);
  }

  @Test
  void looksAtNoAnswerToWhatItDidNotMeet() throws Exception {
    refresh();
    JettyExchange other = new JettyExchange(null);

    other.receive(REFUSED);
    other.complete(null);

    assertThat(other.attempts.log.entries).isEmpty();
  }

  @Test
  void tellsThatTheServerRefuses() throws Exception {
    JettyExchange other = to(RecordedAttempts.SERVER);
    other.attempts.traced();
    other.begin();

    assertThat(other.receiveHead(401)).isTrue();

    assertThat(other.attempts.log.last().facts())
        .containsEntry("step", "request-refused")
        .containsEntry("method", "GET")
        .containsEntry("url", RecordedAttempts.SERVER)
        .containsEntry("status", "401")
        .containsEntry("error", "invalid_token");
  }

  @Test
  void asksForNoHeadWhereNobodyIsTold() throws Exception {
    JettyExchange other = to(RecordedAttempts.SERVER);
    other.begin();

    assertThat(other.receiveHead(401)).isFalse();
  }

  @Test
  void tellsNoInterimAnswer() throws Exception {
    JettyExchange metadata = to("https://mcp.example.com/.well-known/oauth-protected-resource");
    metadata.attempts.traced();
    metadata.begin();

    metadata.receiveHead(103);
    metadata.receiveHead(200);

    assertThat(metadata.attempts.log.entries).hasSize(1);
    assertThat(metadata.attempts.log.lastFact("status")).isEqualTo("200");
  }

  private static JettyExchange to(String url) {
    JettyExchange other = new JettyExchange(null);
    other.request = new HttpClient().newRequest(url);
    return other;
  }

  @Test
  void givesTheRequestItsContentAndLengthBackOnceItIsAnswered() throws Exception {
    refresh();
    assertThat(jetty.toldLength()).isEqualTo(Integer.toString(CHANGED.length()));

    answer(200, "{}");

    assertThat(jetty.sent()).isSameAs(content);
    assertThat(jetty.request.getHeaders().getField("Content-Length").getName())
        .isEqualTo("content-length");
    assertThat(jetty.toldLength()).isEqualTo(Integer.toString(REFRESH.length()));
  }

  @Test
  void keepsAContentOfWhichMoreMayBeSentThoughItIsAnswered() throws Exception {
    JettyExchange late = new JettyExchange(new AsyncRequestContent());
    late.begin();
    Request.Content held = late.sent();

    late.complete(null);

    assertThat(late.sent()).isSameAs(held);
  }

  @Test
  void meetsTheSameRequestAnew() throws Exception {
    refresh();
    content.rewind();

    refresh();

    assertThat(jetty.toldLength()).isEqualTo(Integer.toString(CHANGED.length()));
  }

  @Test
  void tellsALengthWhereTheRequestHasNone() {
    JettyExchange bare = new JettyExchange(null);

    new JettyRequest(bare.request).tellLength("3");

    assertThat(bare.request.getHeaders().getField("Content-Length").getName())
        .isEqualTo("Content-Length");
    assertThat(bare.toldLength()).isEqualTo("3");
  }

  @Test
  void sendsTheHostsContentWhereItsHeaderCannotBeRead() throws Exception {
    JettyExchange broken = new JettyExchange(content);
    mayBreak(broken);
    broken.begin();
    breakHeader(broken);

    assertThat(broken.read()).isEqualTo(REFRESH + "|");
    assertThat(broken.attempts.reasons())
        .containsExactly("agent-error:HostCallException", "body-unreadable");
  }

  @Test
  void goesOnWhereTheHeaderThatItKeepsBackCannotBeRead() throws Exception {
    AsyncRequestContent late = new AsyncRequestContent();
    JettyExchange broken = new JettyExchange(late).told(REFRESH.length());
    mayBreak(broken);
    assertThat(broken.begin()).isFalse();
    breakHeader(broken);

    late.write(ByteBuffer.wrap(REFRESH.getBytes(StandardCharsets.US_ASCII)), Callback.NOOP);

    assertThat(broken.sender.iterations()).isOne();
    assertThat(broken.attempts.reasons()).containsExactly("agent-error:HostCallException");
  }

  private static void mayBreak(JettyExchange exchange) {
    exchange.request = mock(Request.class, delegatesTo(exchange.request));
  }

  /** From now on nobody can read it. */
  private static void breakHeader(JettyExchange exchange) {
    Request.Content held = exchange.sent();
    doThrow(new IllegalStateException("broken")).when(exchange.request).getHeaders();
    assertThat(exchange.sent()).isSameAs(held);
  }

  private void refresh() throws Exception {
    jetty.begin();
    assertThat(jetty.read()).isEqualTo(CHANGED + "|");
  }

  private void answer(int status, String body) throws Exception {
    jetty.status = status;
    jetty.receive(body);
    jetty.complete(null);
  }
}
