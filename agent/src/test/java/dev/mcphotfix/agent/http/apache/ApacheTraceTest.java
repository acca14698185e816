package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import dev.mcphotfix.agent.http.apache.Apache4AsyncTest.State;
import java.net.URI;
import java.util.Objects;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.apache.http.HttpHost;
import org.apache.http.HttpVersion;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.nio.protocol.BasicAsyncRequestProducer;
import org.apache.http.nio.protocol.HttpAsyncRequestProducer;
import org.apache.http.protocol.BasicHttpContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of the answer to a request that is no token request. */
final class ApacheTraceTest {

  private static final String FIELD = "WWW-Authenticate";
  private static final String CHALLENGE = "Bearer error=\"invalid_token\"";

  private final RecordedAttempts attempts = new RecordedAttempts();

  @Test
  void tellsThatTheServerRefuses() {
    attempts.traced();

    answered(new Apache4(), "apache4-response", request4(), response4());
    answered(new Apache5(), "apache5-response", request5(), response5());

    assertThat(attempts.log.entries)
        .hasSize(2)
        .allSatisfy(
            entry ->
                assertThat(entry.facts())
                    .containsEntry("step", "request-refused")
                    .containsEntry("method", "GET")
                    .containsEntry("url", SERVER)
                    .containsEntry("error", "invalid_token"));
  }

  @Test
  void tellsThatTheServerRefusesTheAsynchronousClients() throws Exception {
    attempts.traced();

    HttpAsyncRequestProducer unread = answeredAsync4();
    AsyncExecCallback host = answeredAsync5();

    assertThat(unread).isNotNull();
    assertThat(host).isNotInstanceOf(HostCallback.class);
    assertThat(attempts.log.entries)
        .hasSize(2)
        .allSatisfy(
            entry ->
                assertThat(entry.facts())
                    .containsEntry("step", "request-refused")
                    .containsEntry("method", "GET")
                    .containsEntry("url", SERVER)
                    .containsEntry("error", "invalid_token"));
  }

  @Test
  void leavesTheAsynchronousClientsAsTheyAreWhereNobodyAsks() throws Exception {
    answeredAsync4();

    assertThat(answeredAsync5()).isInstanceOf(HostCallback.class);
    assertThat(attempts.log.entries).isEmpty();
  }

  @Test
  void tellsNothingOfWhatWasSentBeforeSomebodyAsked() {
    Sites sites = new Sites(new Apache4(), attempts);
    State sent = sent4(sites);

    attempts.traced();
    received4(sites, sent);

    assertThat(attempts.log.entries).isEmpty();
  }

  @Test
  void tellsNothingWhereNobodyAsks() {
    answered(new Apache4(), "apache4-response", request4(), response4());
    answered(new Apache5(), "apache5-response", request5(), response5());

    assertThat(attempts.log.entries).isEmpty();
  }

  private void answered(HttpStack stack, String key, Object request, Object response) {
    Object unchanged =
        new Sites(stack, attempts)
            .value(key, this, response, request, "connection", new BasicHttpContext());

    assertThat(unchanged).isNull();
  }

  private HttpAsyncRequestProducer answeredAsync4() {
    Sites sites = new Sites(new Apache4(), attempts);
    State sent = sent4(sites);

    received4(sites, sent);

    return (HttpAsyncRequestProducer) sent.getRequestProducer();
  }

  private static State sent4(Sites sites) {
    Object producer =
        new BasicAsyncRequestProducer(HttpHost.create(SERVER), new BasicHttpRequest("GET", "/mcp"));
    State state =
        new State(
            Objects.requireNonNull(
                sites.value("apache4-async", new BasicHttpContext(), producer, producer)));
    assertThat(sites.value("apache4-generate", state, request4(), state, "handler")).isNull();
    return state;
  }

  private static void received4(Sites sites, State state) {
    assertThat(sites.arguments("apache4-responseReceived", state, response4(), state, "handler"))
        .isNull();
  }

  /** What the client is given to tell of the response, which it has done. */
  private AsyncExecCallback answeredAsync5() throws Exception {
    HostCallback own = new HostCallback();
    Object[] replaced =
        new Sites(new Apache5(), attempts)
            .arguments("apache5-async", own, request5(), null, "scope", "chain", own);
    AsyncExecCallback given = replaced == null ? own : (AsyncExecCallback) replaced[4];
    given.handleInformationResponse(new BasicClassicHttpResponse(100));

    assertThat(given.handleResponse(response5(), null)).isNull();

    assertThat(own.responses).isEqualTo(2);
    return given;
  }

  private static Object request4() {
    return new BasicHttpRequest("GET", SERVER);
  }

  private static Object response4() {
    BasicHttpResponse response = new BasicHttpResponse(HttpVersion.HTTP_1_1, 401, "");
    response.addHeader(FIELD, CHALLENGE);
    return response;
  }

  private static Object request5() {
    return new BasicClassicHttpRequest("GET", URI.create(SERVER));
  }

  private static BasicClassicHttpResponse response5() {
    BasicClassicHttpResponse response = new BasicClassicHttpResponse(401);
    response.addHeader(FIELD, CHALLENGE);
    return response;
  }

  /** Whom the client tells of the response. */
  private static final class HostCallback implements AsyncExecCallback {

    private int responses;

    @Override
    public @Nullable AsyncDataConsumer handleResponse(
        HttpResponse response, @Nullable EntityDetails body) {
      responses++;
      return null;
    }

    @Override
    public void handleInformationResponse(HttpResponse response) {
      responses++;
    }

    @Override
    public void completed() {}

    @Override
    public void failed(Exception cause) {}
  }
}
