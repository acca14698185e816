package dev.mcphotfix.agent.http.helidon;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import io.helidon.common.buffers.BufferData;
import io.helidon.http.ClientRequestHeaders;
import io.helidon.webclient.api.ClientRequest.OutputStreamHandler;
import io.helidon.webclient.api.WebClientServiceResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the agent does where Helidon's chains are woven, over look-alikes of its types. */
final class HelidonTest {

  private static final String REFUSAL = "{\"error\":\"invalid_request\"}";

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final Sites sites = new Sites(new Helidon(), attempts);
  private final Buffer buffer = new Buffer();

  @Test
  void isAskedByTheMethodsOfTheLibrary() {
    assertThat(new Helidon().sites(List.of("helidon"), attempts.examiner()))
        .extracting(site -> site.point().signature())
        .contains(
            "io.helidon.webclient.http1.Http1CallEntityChain#doProceed",
            "io.helidon.webclient.http2.Http2CallOutputStreamChain#<init>");
  }

  @Test
  void sendsAnotherEntityWithItsLength() {
    WebClientRequest request = WebClientRequest.form().with("X-Trace", "1");

    send(request, REFRESH);

    assertThat(buffer.text).hasToString("header " + CHANGED);
    assertThat(request.length()).isEqualTo(CHANGED.length());
    assertThat(request.header("X-Trace")).isEqualTo("1");
    assertThat(request.header("X-Late")).isEqualTo("2");
  }

  @Test
  void leavesAnEntityThatNeedsNothing() {
    WebClientRequest request = WebClientRequest.form();

    assertThat(replaced(request, CHANGED)).isNull();

    assertThat(attempts.reasons()).containsExactly("already-present");
  }

  @Test
  void leavesAnEntityThatIsEmptyOrOfAnotherKind() {
    assertThat(replaced(WebClientRequest.form(), "")).isNull();
    assertThat(replaced(new WebClientRequest("PUT"), REFRESH)).isNull();
    assertThat(replaced(new WebClientRequest("POST"), REFRESH)).isNull();

    assertThat(attempts.reasons()).isEmpty();
  }

  @Test
  void seesWhatAServiceHasAdded() {
    WebClientRequest request = WebClientRequest.form().with("authorization", "Basic aWQ6eA==");

    assertThat(replaced(request, REFRESH)).isNull();

    assertThat(attempts.reasons()).containsExactly("http-basic");
  }

  @Test
  void readsAnEntityOf64KibibytesAndNoMore() {
    String longest = padded(64 * 1024);

    assertThat(replaced(WebClientRequest.form(), longest)).isNotNull();
    assertThat(replaced(WebClientRequest.form(), longest + 'x')).isNull();

    assertThat(attempts.reasons()).containsExactly("added", "body-unreadable");
  }

  @Test
  void sendsOtherBytesOverHttp2() {
    Object chain = new Object();

    assertThat(sites.arguments("helidon-entity-2", chain, WebClientRequest.form())).isNull();
    Object bytes = sites.value("helidon-bytes-2", chain, bytes(REFRESH));

    assertThat(bytes).isEqualTo(bytes(CHANGED));
  }

  @Test
  void leavesBytesOverHttp2ThatNeedNothingOrBelongToNobody() {
    Object chain = new Object();
    sites.arguments("helidon-entity-2", chain, WebClientRequest.form());

    assertThat(sites.value("helidon-bytes-2", chain, bytes(CHANGED))).isNull();
    assertThat(sites.value("helidon-bytes-2", chain, bytes(REFRESH))).isNull();

    assertThat(attempts.reasons()).containsExactly("already-present");
  }

  @Test
  void holdsWhatAHandlerWrites() throws IOException {
    Upstream upstream = new Upstream(WebClientRequest.form());

    handler(
            out -> {
              out.write(bytes(REFRESH));
              assertThat(upstream.text()).isEmpty();
              out.close();
            })
        .handle(upstream);

    assertThat(upstream.text()).isEqualTo(CHANGED);
    assertThat(upstream.isClosed).isTrue();
  }

  @Test
  void breaksOffWhereAHandlerDoes() {
    Upstream upstream = new Upstream(WebClientRequest.form());
    OutputStreamHandler broken =
        handler(
            out -> {
              out.write(bytes(REFRESH));
              throw new IOException("broken");
            });

    assertThatThrownBy(() -> broken.handle(upstream))
        .isInstanceOf(IOException.class)
        .hasMessage("broken");

    assertThat(upstream.text()).isEqualTo(REFRESH);
    assertThat(upstream.isClosed).isFalse();
  }

  @Test
  void tellsAHandlerThatItCannotBeSent() {
    Upstream upstream = new Upstream(WebClientRequest.form());
    upstream.isBroken = true;

    assertThatThrownBy(
            () ->
                handler(
                        out -> {
                          out.write(bytes(REFRESH));
                          out.close();
                        })
                    .handle(upstream))
        .isInstanceOf(IOException.class)
        .hasMessage("broken");
  }

  @Test
  void tellsWhatAnEntityIsAnswered() throws IOException {
    WebClientRequest request = WebClientRequest.form();
    replaced(request, REFRESH);
    Response response = new Response(400, REFUSAL);

    WebClientServiceResponse observed = observed(response, request);

    InputStream body = observed.inputStream().orElseThrow();
    assertThat(observed.inputStream()).containsSame(body);
    assertThat(body.readAllBytes()).isEqualTo(bytes(REFUSAL));
    assertThat(observed.status()).isSameAs(response.status());
    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(attempts.log.lastFact("error")).isEqualTo("invalid_request");
    assertThat(sites.value("helidon-response", null, response, request)).isNull();
  }

  @Test
  void tellsWhatAHandlerIsAnsweredOverHttp2() throws IOException {
    WebClientRequest request = WebClientRequest.form();
    handler(out -> out.write(bytes(REFRESH))).handle(new Upstream(request));
    Response response = new Response(401, null);

    Object observed = sites.value("helidon-response-2", null, response, request);

    assertThat(((WebClientServiceResponse) observed).inputStream()).isEmpty();
    assertThat(attempts.log.lastFact("status")).isEqualTo("401");
  }

  @Test
  void tellsTheStatusOfAResponseThatIsNotRead() {
    WebClientRequest request = WebClientRequest.form();
    replaced(request, REFRESH);
    Response response = new Response(307, REFUSAL);
    observed(response, request);
    assertThat(attempts.actions()).hasSize(1);

    response.whenComplete().complete(response);

    assertThat(attempts.log.lastFact("status")).isEqualTo("307");
  }

  @Test
  void leavesTheResponseToAnotherRequest() {
    assertThat(
            sites.value(
                "helidon-response", null, new Response(200, REFUSAL), WebClientRequest.form()))
        .isNull();
  }

  @Test
  void tellsThatTheServerRefuses() {
    attempts.traced();
    WebClientRequest request = new WebClientRequest("GET", RecordedAttempts.SERVER);

    assertThat(sites.value("helidon-response", null, new Response(401, REFUSAL), request)).isNull();
    assertThat(sites.value("helidon-response-2", null, new Response(403, null), request)).isNull();

    assertThat(attempts.log.entries)
        .extracting(entry -> entry.facts().get("status"))
        .containsExactly("401", "403");
    assertThat(attempts.log.last().facts())
        .containsEntry("step", "request-refused")
        .containsEntry("method", "GET")
        .containsEntry("url", RecordedAttempts.SERVER)
        .containsEntry("error", "invalid_token");
  }

  @Test
  void tellsNothingOfARefusalWhereNobodyAsks() {
    WebClientRequest request = new WebClientRequest("GET", RecordedAttempts.SERVER);

    assertThat(sites.value("helidon-response", null, new Response(401, REFUSAL), request)).isNull();

    assertThat(attempts.log.entries).isEmpty();
  }

  private WebClientServiceResponse observed(Response response, WebClientRequest request) {
    return (WebClientServiceResponse) sites.value("helidon-response", null, response, request);
  }

  private OutputStreamHandler handler(OutputStreamHandler own) {
    Object[] arguments = {"client", this, "sent", "complete", own};
    Object[] replaced = sites.arguments("helidon-stream", null, arguments);
    assertThat(replaced).startsWith("client", this, "sent", "complete");
    return (OutputStreamHandler) replaced[4];
  }

  /** Goes on as the library does. */
  private void send(WebClientRequest request, String entity) {
    Chain chain = new Chain(bytes(entity));
    Object[] arguments = arguments(request);
    Object[] replaced = sites.arguments("helidon-entity", chain, arguments);
    assertThat(replaced[0]).isEqualTo("connection");
    assertThat(replaced[1]).isSameAs(request);
    ClientRequestHeaders headers = (ClientRequestHeaders) replaced[2];
    headers.set(field("Content-Length", Integer.toString(chain.entity.length)));
    headers.set(field("X-Late", "2"));
    BufferData out = (BufferData) replaced[5];
    out.write(bytes("header "));
    out.write(chain.entity);
  }

  private Object @Nullable [] replaced(WebClientRequest request, String entity) {
    return sites.arguments("helidon-entity", new Chain(bytes(entity)), arguments(request));
  }

  private Object[] arguments(WebClientRequest request) {
    return new Object[] {"connection", request, request.headers(), "writer", "reader", buffer};
  }

  private static ClientRequestHeaders.Field field(String name, String value) {
    return new ClientRequestHeaders.Field(name, List.of(value));
  }

  private static String padded(int length) {
    String form = REFRESH + "&pad=";
    return form + "x".repeat(length - form.length());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static final class Chain {

    private final byte[] entity;

    Chain(byte[] entity) {
      this.entity = entity;
    }
  }

  private static final class Buffer implements BufferData {

    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(byte[] bytes) {
      text.append(new String(bytes, StandardCharsets.US_ASCII));
    }
  }

  private static final class Response implements WebClientServiceResponse {

    private final Status status;
    private final Optional<InputStream> body;
    private final CompletableFuture<WebClientServiceResponse> whole = new CompletableFuture<>();

    Response(int status, @Nullable String body) {
      this.status = new Status(status);
      this.body = Optional.ofNullable(body).map(text -> new ByteArrayInputStream(bytes(text)));
    }

    @Override
    public Status status() {
      return status;
    }

    @Override
    public ClientRequestHeaders headers() {
      return new WebClientRequest("GET")
          .with("www-authenticate", "Bearer error=\"invalid_token\"")
          .headers();
    }

    @Override
    public Optional<InputStream> inputStream() {
      return body;
    }

    @Override
    public CompletableFuture<WebClientServiceResponse> whenComplete() {
      return whole;
    }
  }
}
