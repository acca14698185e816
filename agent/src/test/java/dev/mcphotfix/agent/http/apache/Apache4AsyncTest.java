package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static dev.mcphotfix.agent.http.apache.EntityContract.FORM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.entity.ContentType;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.nio.ContentEncoder;
import org.apache.http.nio.IOControl;
import org.apache.http.nio.entity.NStringEntity;
import org.apache.http.nio.protocol.BasicAsyncRequestProducer;
import org.apache.http.nio.protocol.HttpAsyncRequestProducer;
import org.apache.http.protocol.BasicHttpContext;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** HttpAsyncClient 4, with its own producers and requests. */
final class Apache4AsyncTest {

  private static final HttpHost HOST = new HttpHost("idp.example.com", -1, "https");
  private static final String PATH = "/connect/token";

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final Sites sites = new Sites(new Apache4(), attempts);
  private final Connection connection = new Connection();

  @Test
  void sendsAnotherFormWithItsLength() throws IOException {
    State state = state(REFRESH);

    HttpRequest sent = generated(state, request(REFRESH, true));

    assertThat(ApacheMessages.header(sent, "Content-Length"))
        .isEqualTo(String.valueOf(CHANGED.length()));
    assertThat(sent(state)).isEqualTo(CHANGED);
  }

  @Test
  void sendsTheSameRequestButForItsForm() {
    HttpEntityEnclosingRequest request = request(REFRESH, true);
    request.addHeader("X-Trace", "1");

    HttpRequest sent = generated(state(REFRESH), request);

    assertThat(ApacheMessages.values(sent, "X-Trace")).containsExactly("1");
    assertThat(sent.getRequestLine()).hasToString(request.getRequestLine().toString());
    assertThat(((HttpEntityEnclosingRequest) sent).getEntity()).isSameAs(request.getEntity());
    assertThat(ApacheMessages.header(request, "Content-Length"))
        .isEqualTo(String.valueOf(REFRESH.length()));
  }

  @Test
  void holdsAFormThatIsSentInChunksUntilItIsWhole() throws IOException {
    State state = state(REFRESH);

    HttpRequest sent = generated(state, request(REFRESH, false));

    assertThat(attempts.reasons()).isEmpty();
    assertThat(sent.containsHeader("Content-Length")).isFalse();
    assertThat(sent(state)).isEqualTo(CHANGED);
  }

  @Test
  void leavesAFormThatNeedsNothing() throws IOException {
    State state = state(CHANGED);

    generated(state, request(CHANGED, true));

    assertThat(sent(state)).isEqualTo(CHANGED);
  }

  @Test
  void readsAFormThatCanBeReadOnceOnlyWhereItIsSentForSure() throws IOException {
    HttpEntityEnclosingRequest request = request(REFRESH, true);
    State state = once(REFRESH);

    generated(state, request);

    assertThat(attempts.reasons()).containsExactly("added");
    assertThat(sent(state)).isEqualTo(CHANGED);
  }

  @Test
  void leavesOneThatTheServerMayRefuseBeforeItIsRead() throws IOException {
    HttpEntityEnclosingRequest request = request(REFRESH, true);
    request.addHeader("Expect", "100-continue");
    State state = once(REFRESH);

    generated(state, request);

    assertThat(attempts.reasons()).containsExactly("body-unreadable");
    assertThat(sent(state)).isEqualTo(REFRESH);
  }

  @Test
  void leavesWhatIsNoTokenRequest() throws IOException {
    State state = state(REFRESH);
    HttpEntityEnclosingRequest json = request("{}", true);
    json.setHeader("Content-Type", "application/json");
    HttpEntityEnclosingRequest elsewhere =
        new BasicHttpEntityEnclosingRequest("POST", "https://api.example.com/v1/items");
    elsewhere.setEntity(request("a=b", true).getEntity());
    elsewhere.setHeader("Content-Type", FORM);

    assertThat(generatedOrNot(state, json)).isNull();
    assertThat(generatedOrNot(state, elsewhere)).isNull();
    assertThat(generatedOrNot(state, new BasicHttpRequest("GET", PATH))).isNull();
    assertThat(generatedOrNot(state, null)).isNull();
    assertThat(generatedOrNot(new State(producer(REFRESH)), request(REFRESH, true))).isNull();
    assertThat(sent(state)).isEqualTo(REFRESH);
  }

  @Test
  void forgetsTheAttemptBefore() throws IOException {
    State state = state(REFRESH);
    generated(state, request(REFRESH, false));

    assertThat(generatedOrNot(state, new BasicHttpRequest("GET", PATH))).isNull();

    assertThat(sent(state)).isEqualTo(REFRESH);
  }

  @Test
  void standsInForNoProducerThatIsNotThere() {
    assertThat(sites.value("apache4-async", connection, null)).isNull();
  }

  @Test
  void remembersWhatTheResponseAnswers() {
    State state = state(REFRESH);
    generated(state, request(REFRESH, true));

    Attempt attempt = held(state).attempt();

    assertThat(attempt).isNotNull();
    assertThat(attempt.isDecided()).isTrue();
  }

  private static HeldContent held(State state) {
    return Objects.requireNonNull(StandIn.behind(state.getRequestProducer(), HeldContent.class));
  }

  private State state(String body) {
    return replaced(producer(body));
  }

  /** Of which the body can be read once. */
  private State once(String body) {
    return replaced(
        new BasicAsyncRequestProducer(HOST, request(body, false)) {
          @Override
          public boolean isRepeatable() {
            return false;
          }
        });
  }

  private State replaced(HttpAsyncRequestProducer producer) {
    return new State(Objects.requireNonNull(sites.value("apache4-async", connection, producer)));
  }

  private HttpRequest generated(State state, HttpRequest request) {
    return (HttpRequest) Objects.requireNonNull(generatedOrNot(state, request));
  }

  private @Nullable Object generatedOrNot(State state, @Nullable HttpRequest request) {
    return sites.value("apache4-generate", connection, request, state, "handler");
  }

  private String sent(State state) throws IOException {
    HttpAsyncRequestProducer producer = (HttpAsyncRequestProducer) state.getRequestProducer();
    while (!connection.isCompleted) {
      producer.produceContent(connection, connection);
    }
    return connection.text.toString();
  }

  private static HttpAsyncRequestProducer producer(String body) {
    return new BasicAsyncRequestProducer(HOST, request(body, false));
  }

  private static HttpEntityEnclosingRequest request(String body, boolean ofKnownLength) {
    BasicHttpEntityEnclosingRequest request = new BasicHttpEntityEnclosingRequest("POST", PATH);
    request.setEntity(new NStringEntity(body, ContentType.parse(FORM)));
    request.setHeader("Content-Type", FORM);
    if (ofKnownLength) {
      request.setHeader("Content-Length", String.valueOf(body.length()));
    }
    return request;
  }

  /** As the library's own, of an exchange. */
  public record State(Object producer) {

    public Object getRequestProducer() {
      return producer;
    }

    /** With what the client puts into it. */
    public HttpContext getLocalContext() {
      HttpContext context = new BasicHttpContext();
      context.setAttribute("http.target_host", HOST);
      context.setAttribute("http.connection", new Connection());
      return context;
    }
  }

  /** Takes whatever there is. */
  private static final class Connection implements ContentEncoder, IOControl {

    private final StringBuilder text = new StringBuilder();
    private boolean isCompleted;

    @Override
    public int write(ByteBuffer part) {
      int count = part.remaining();
      text.append(StandardCharsets.US_ASCII.decode(part));
      return count;
    }

    @Override
    public void complete() {
      isCompleted = true;
    }

    @Override
    public boolean isCompleted() {
      return isCompleted;
    }

    @Override
    public void requestInput() {}

    @Override
    public void suspendInput() {}

    @Override
    public void requestOutput() {}

    @Override
    public void suspendOutput() {}

    @Override
    public void shutdown() {}
  }
}
