package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static dev.mcphotfix.agent.http.apache.EntityContract.ENDPOINT;
import static dev.mcphotfix.agent.http.apache.EntityContract.FORM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityProducer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The asynchronous client, with its own producers and requests. */
final class Apache5AsyncTest {

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final Sites sites = new Sites(new Apache5(), attempts);
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
  void looksAtTheResponse() {
    Object callback = replaced(body(REFRESH))[4];

    assertThat(callback).isInstanceOf(AsyncExecCallback.class);
    assertThat(StandIn.behind(callback, ObservedCallback.class)).isNotNull();
  }

  private Object[] replaced(AsyncEntityProducer producer) {
    return Objects.requireNonNull(replacedOrNot(request, producer));
  }

  private Object @Nullable [] replacedOrNot(
      HttpRequest of, @Nullable AsyncEntityProducer producer) {
    return sites.arguments("apache5-async", this, of, producer, "scope", "chain", "callback");
  }

  private static AsyncEntityProducer producer(Object[] replaced) {
    return (AsyncEntityProducer) replaced[1];
  }

  private void commit(@Nullable AsyncEntityProducer producer) {
    assertThat(sites.arguments("apache5-commit", this, request, producer)).isNull();
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
}
