package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static dev.mcphotfix.agent.http.apache.EntityContract.ENDPOINT;
import static dev.mcphotfix.agent.http.apache.EntityContract.FORM;
import static dev.mcphotfix.agent.http.apache.EntityContract.REFUSAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityProducer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The asynchronous client, with its own producers and requests. */
final class Apache5AsyncTest {

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final Sites sites = new Sites(new Apache5(), attempts);
  private final Host host = new Host();
  private final BasicHttpRequest request = request("POST", ENDPOINT, FORM);

  @Test
  void sendsAnotherFormWithItsLength() throws IOException {
    request.setHeader("Content-Length", REFRESH.length());
    AsyncEntityProducer producer = producer(replaced(body(REFRESH)));

    commit(producer);

    assertThat(ApacheMessages.header(request, "Content-Length"))
        .isEqualTo(String.valueOf(CHANGED.length()));
    assertThat(producer.getContentLength()).isEqualTo(CHANGED.length());
    assertThat(sent(producer)).isEqualTo(CHANGED);
  }

  @Test
  void leavesAFormThatNeedsNothing() throws IOException {
    request.setHeader("Content-Length", CHANGED.length());
    AsyncEntityProducer producer = producer(replaced(body(CHANGED)));

    commit(producer);

    assertThat(ApacheMessages.header(request, "Content-Length"))
        .isEqualTo(String.valueOf(CHANGED.length()));
    assertThat(sent(producer)).isEqualTo(CHANGED);
  }

  @Test
  void addsNoLengthToAHeaderThatHasNone() throws IOException {
    AsyncEntityProducer producer = producer(replaced(body(REFRESH)));

    commit(producer);

    assertThat(request.containsHeader("Content-Length")).isFalse();
    assertThat(sent(producer)).isEqualTo(CHANGED);
  }

  @Test
  void holdsAFormThatIsSentInChunksUntilItIsWhole() throws IOException {
    AsyncEntityProducer own =
        new StringAsyncEntityProducer(REFRESH, 4, 4, ContentType.parse(FORM)) {
          @Override
          public boolean isChunked() {
            return true;
          }
        };
    AsyncEntityProducer producer = producer(replaced(own));

    commit(producer);

    assertThat(attempts.reasons()).isEmpty();
    assertThat(producer.isChunked()).isTrue();
    assertThat(sent(producer)).isEqualTo(CHANGED);
  }

  @Test
  void saysOfItselfWhatTheHostsDoes() {
    AsyncEntityProducer own = body(REFRESH);
    AsyncEntityProducer producer = producer(replaced(own));

    assertThat(producer.isRepeatable()).isEqualTo(own.isRepeatable());
    assertThat(producer.isChunked()).isEqualTo(own.isChunked());
    assertThat(producer.getContentType()).isEqualTo(own.getContentType());
    assertThat(producer.getContentEncoding()).isNull();
    assertThat(producer.getContentLength()).isEqualTo(REFRESH.length());
    assertThat(producer.getTrailerNames()).isEmpty();
  }

  @Test
  void tellsTheHostsThatItFailedAndIsOver() {
    List<String> told = new ArrayList<>();
    AsyncEntityProducer producer =
        producer(
            replaced(
                new StringAsyncEntityProducer(REFRESH, ContentType.parse(FORM)) {
                  @Override
                  public void failed(Exception cause) {
                    told.add(String.valueOf(cause.getMessage()));
                  }

                  @Override
                  public void releaseResources() {
                    told.add("released");
                  }
                }));

    producer.failed(new IOException("broken"));
    producer.releaseResources();

    assertThat(told).containsExactly("broken", "released");
  }

  @Test
  void looksAtWhatTheBodyAloneSaysOfItself() throws IOException {
    request.removeHeaders("Content-Type");
    AsyncEntityProducer producer = producer(replaced(body(REFRESH)));

    commit(producer);

    assertThat(sent(producer)).isEqualTo(CHANGED);
  }

  @Test
  void leavesABodyThatIsEncoded() throws IOException {
    AsyncEntityProducer own =
        new StringAsyncEntityProducer(REFRESH, ContentType.parse(FORM)) {
          @Override
          public String getContentEncoding() {
            return "gzip";
          }
        };
    AsyncEntityProducer producer = producer(replaced(own));

    commit(producer);

    assertThat(sent(producer)).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).hasSize(1).doesNotContain("added");
  }

  @Test
  void leavesWhatIsNoTokenRequest() {
    AsyncEntityProducer form = body(REFRESH);

    assertThat(replacedOrNot(request("PUT", ENDPOINT, FORM), form)).isNull();
    assertThat(replacedOrNot(request("POST", ENDPOINT, "application/json"), form)).isNull();
    assertThat(replacedOrNot(request("POST", "https://api.example.com/v1/a", FORM), form)).isNull();
    assertThat(replacedOrNot(request, null)).isNull();
  }

  @Test
  void commitsABodyOfTheHostsAsItIs() {
    request.setHeader("Content-Length", REFRESH.length());

    commit(body(REFRESH));
    commit(null);

    assertThat(ApacheMessages.header(request, "Content-Length"))
        .isEqualTo(String.valueOf(REFRESH.length()));
    assertThat(attempts.reasons()).isEmpty();
  }

  @Test
  void looksAtTheResponseOnItsWayToTheHost() throws Exception {
    AsyncDataConsumer consumer = answered(400, "application/json");

    consumer.consume(bytes(REFUSAL.substring(0, 9)));
    consumer.consume(bytes(REFUSAL.substring(9)));
    consumer.streamEnd(null);

    assertThat(host.received).hasToString(REFUSAL);
    assertThat(host.ends).isEqualTo(1);
    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(attempts.log.lastFact("error")).isEqualTo("invalid_request");
  }

  @Test
  void tellsTheStatusOfAResponseThatIsGivenUp() throws Exception {
    AsyncDataConsumer consumer = answered(503, "application/json");

    consumer.releaseResources();

    assertThat(attempts.log.lastFact("status")).isEqualTo("503");
    assertThat(host.releases).isEqualTo(1);
  }

  @Test
  void leavesAResponseThatIsNoJsonToTheHost() throws Exception {
    assertThat(answered(502, "text/event-stream")).isSameAs(host);

    assertThat(attempts.log.lastFact("status")).isEqualTo("502");
  }

  @Test
  void leavesTheResponseToWhatWasNotDecided() throws Exception {
    AsyncExecCallback callback = (AsyncExecCallback) replaced(body(REFRESH))[4];

    assertThat(callback.handleResponse(new BasicHttpResponse(400), null)).isSameAs(host);
    callback.completed();

    assertThat(host.completions).isEqualTo(1);
    assertThat(attempts.log.entries).isEmpty();
  }

  private AsyncDataConsumer answered(int status, String contentType) throws Exception {
    Object[] replaced = replaced(body(REFRESH));
    commit(producer(replaced));
    HttpResponse response = new BasicHttpResponse(status);
    response.setHeader("Content-Type", contentType);
    return ((AsyncExecCallback) replaced[4]).handleResponse(response, null);
  }

  private Object[] replaced(AsyncEntityProducer producer) {
    return Objects.requireNonNull(replacedOrNot(request, producer));
  }

  private Object @Nullable [] replacedOrNot(
      HttpRequest of, @Nullable AsyncEntityProducer producer) {
    return sites.arguments("apache5-async", host, of, producer, "scope", "chain", host);
  }

  private static AsyncEntityProducer producer(Object[] replaced) {
    return (AsyncEntityProducer) replaced[1];
  }

  private void commit(@Nullable AsyncEntityProducer producer) {
    assertThat(sites.arguments("apache5-commit", host, request, producer)).isNull();
  }

  /** As the library does. */
  private static String sent(AsyncEntityProducer producer) throws IOException {
    StreamChannel channel = new StreamChannel();
    do {
      producer.produce(channel);
    } while (!channel.isEnded && producer.available() > 0);
    assertThat(channel.isEnded).isTrue();
    return channel.text();
  }

  private static AsyncEntityProducer body(String text) {
    return new BasicAsyncEntityProducer(text, ContentType.parse(FORM));
  }

  private static BasicHttpRequest request(String method, String url, String contentType) {
    BasicHttpRequest request = new BasicHttpRequest(method, URI.create(url));
    request.setHeader("Content-Type", contentType);
    return request;
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Whom the client gives the response to, and whoever reads it. */
  private static final class Host implements AsyncExecCallback, AsyncDataConsumer {

    private final StringBuilder received = new StringBuilder();
    private int ends;
    private int releases;
    private int completions;

    @Override
    public AsyncDataConsumer handleResponse(HttpResponse response, @Nullable EntityDetails body) {
      return this;
    }

    @Override
    public void handleInformationResponse(HttpResponse response) {}

    @Override
    public void completed() {
      completions++;
    }

    @Override
    public void failed(Exception cause) {}

    @Override
    public void updateCapacity(CapacityChannel channel) {}

    @Override
    public void consume(ByteBuffer part) {
      received.append(StandardCharsets.US_ASCII.decode(part));
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
      ends++;
    }

    @Override
    public void releaseResources() {
      releases++;
    }
  }
}
