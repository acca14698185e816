package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.oauth.decision.LateDirectory;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HeldRequestTest {

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final LateProducer body = new LateProducer(REFRESH.length());
  private final Client client = new Client();
  private final HttpRequest request = new BasicHttpRequest("POST", "/token");

  @Test
  void isSentAtOnceWithABodyThatIsThere() throws Exception {
    body.come(REFRESH);

    send(attempts.next());

    assertThat(client.sent).isCompletedWithValue((long) REFRESH.length());
  }

  @Test
  void isSentWithTheLengthThatIsRightWhenItsBodyIsThere() throws Exception {
    send(attempts.next());
    assertThat(client.sent).isNotDone();

    body.come(REFRESH.substring(0, 20));
    assertThat(client.sent).isNotDone();
    body.come(REFRESH.substring(20));

    assertThat(client.sent.get(10, TimeUnit.SECONDS)).isEqualTo(CHANGED.length());
    assertThat(attempts.reasons()).containsExactly("added");
  }

  @Test
  void isSentAsItIsAsSoonAsItsBodyIsOfAnotherGrant() throws Exception {
    send(attempts.next());

    body.come("grant_type=authorization_code&co");

    assertThat(client.sent.get(10, TimeUnit.SECONDS)).isEqualTo(REFRESH.length());
  }

  @Test
  void isSentAtOnceWhereItStaysAsItIs() throws Exception {
    send(attempts.authorized());

    assertThat(client.sent).isCompletedWithValue((long) REFRESH.length());
    assertThat(body.asked).isZero();
  }

  @Test
  void isSentAtOnceWhereTheServerIsToBeAskedFirst() throws Exception {
    request.setHeader("Expect", "100-continue");

    send(attempts.next());

    assertThat(client.sent).isCompletedWithValue((long) REFRESH.length());
    assertThat(body.asked).isZero();
  }

  @Test
  void isSentWhenItsEndpointIsKnown() throws Exception {
    LateDirectory directory = new LateDirectory();
    RecordedAttempts late = new RecordedAttempts(directory);
    body.come(REFRESH);
    send(late.withoutWaiting());
    assertThat(client.sent).isNotDone();

    directory.end(RecordedAttempts.ENDPOINT);

    assertThat(client.sent.get(10, TimeUnit.SECONDS)).isEqualTo(CHANGED.length());
    assertThat(directory.isWaitedFor()).isFalse();
  }

  @Test
  void isSentWhenTheEndpointOfWhatIsInMemoryIsKnown() throws Exception {
    LateDirectory directory = new LateDirectory();
    RecordedAttempts late = new RecordedAttempts(directory);
    AsyncEntityProducer memory = new BasicAsyncEntityProducer(REFRESH.getBytes(US_ASCII), null);
    send(memory, late.withoutWaiting());
    assertThat(client.sent).isNotDone();

    directory.end(RecordedAttempts.ENDPOINT);

    assertThat(client.sent.get(10, TimeUnit.SECONDS)).isEqualTo(CHANGED.length());
    assertThat(late.reasons()).containsExactly("added");
    assertThat(directory.isWaitedFor()).isFalse();
  }

  @Test
  void isSentAsItIsWhereNoEndpointIsFound() throws Exception {
    LateDirectory directory = new LateDirectory();
    RecordedAttempts late = new RecordedAttempts(directory);
    body.come(REFRESH);
    send(late.withoutWaiting());

    directory.end();

    assertThat(client.sent.get(10, TimeUnit.SECONDS)).isEqualTo(REFRESH.length());
    assertThat(late.reasons()).containsExactly("unknown-endpoint");
  }

  @Test
  void tellsTheClientWhereItCannotBeSentLater() throws Exception {
    client.refusal = new IOException("closed");
    send(attempts.next());

    body.come(REFRESH);

    assertThat(client.failure.get(10, TimeUnit.SECONDS)).isSameAs(client.refusal);
  }

  @Test
  void sendsTheRestOnAThreadOfTheClient() throws Exception {
    client.asks = true;
    AsyncEntityProducer producer = send(attempts.next());

    body.come(REFRESH);
    body.awaitOther();

    assertThat(client.body.isAsked).isTrue();
    assertThat(client.body.text()).isEmpty();
    producer.produce(client.body);
    assertThat(client.body.text()).isEqualTo(CHANGED);
  }

  @Test
  void tellsTheOperatorWhereTheClientCannotBeTold() throws Exception {
    client.refusal = new IOException("closed");
    client.isDeaf = true;
    send(attempts.next());

    body.come(REFRESH);
    body.awaitOther();

    assertThat(attempts.reasons()).containsExactly("added", "agent-error:HostCallException");
  }

  @Test
  void isNotSentWhereNobodyWaitsForItAnyMore() throws Exception {
    AsyncEntityProducer producer = send(attempts.next());

    producer.releaseResources();

    assertThat(attempts.reasons()).containsExactly("body-unreadable");
    assertThat(body.released).isTrue();
    body.come(REFRESH);
    body.awaitOther();
    assertThat(client.sent).isNotDone();
  }

  private AsyncEntityProducer send(Attempt attempt) throws Exception {
    return send(body, attempt);
  }

  private AsyncEntityProducer send(AsyncEntityProducer own, Attempt attempt) throws Exception {
    AsyncEntityProducer producer =
        (AsyncEntityProducer)
            new HeldProducer(own, DataStreamChannel.class, attempt).as(AsyncEntityProducer.class);
    HeldRequest held = new HeldRequest(client, client, DataStreamChannel.class, attempt.failures());
    ((RequestChannel) held.as(RequestChannel.class)).sendRequest(request, producer, null);
    return producer;
  }

  /** Sends, and is told of what fails later. */
  public static final class Client implements RequestChannel {

    /** The length that the body tells then. */
    private final CompletableFuture<Long> sent = new CompletableFuture<>();

    private final CompletableFuture<Exception> failure = new CompletableFuture<>();
    private @Nullable IOException refusal;

    private boolean isDeaf;

    /** Whether it asks for the body in the same breath. */
    private boolean asks;

    private final StreamChannel body = new StreamChannel();

    @Override
    public void sendRequest(HttpRequest request, EntityDetails entity, HttpContext context)
        throws HttpException, IOException {
      if (refusal != null) {
        throw refusal;
      }
      sent.complete(entity.getContentLength());
      if (asks) {
        ((AsyncEntityProducer) entity).produce(body);
      }
    }

    public void failed(Exception cause) {
      if (isDeaf) {
        throw new IllegalStateException("deaf");
      }
      failure.complete(cause);
    }
  }
}
