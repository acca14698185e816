package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.RecordedAttempts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HeldRequestTest {

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final Late body = new Late(REFRESH.length());
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
  void tellsTheClientWhereItCannotBeSentLater() throws Exception {
    client.refusal = new IOException("closed");
    send(attempts.next());

    body.come(REFRESH);

    assertThat(client.failure.get(10, TimeUnit.SECONDS)).isSameAs(client.refusal);
  }

  @Test
  void isNotSentWhereNobodyWaitsForItAnyMore() throws Exception {
    AsyncEntityProducer producer = send(attempts.next());

    producer.releaseResources();

    assertThat(attempts.reasons()).containsExactly("body-unreadable");
    assertThat(body.released).isTrue();
    body.come(REFRESH);
    assertThat(client.sent).isNotDone();
  }

  private AsyncEntityProducer send(Attempt attempt) throws Exception {
    AsyncEntityProducer producer =
        (AsyncEntityProducer)
            new HeldProducer(body, DataStreamChannel.class, attempt).as(AsyncEntityProducer.class);
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

    @Override
    public void sendRequest(HttpRequest request, EntityDetails entity, HttpContext context)
        throws HttpException, IOException {
      if (refusal != null) {
        throw refusal;
      }
      sent.complete(entity.getContentLength());
    }

    public void failed(Exception cause) {
      failure.complete(cause);
    }
  }

  /** A body that somebody writes while it is sent. */
  private static final class Late implements AsyncEntityProducer {

    private final long length;
    private final StringBuilder there = new StringBuilder();
    private @Nullable DataStreamChannel waiting;
    private int asked;
    private boolean released;

    Late(long length) {
      this.length = length;
    }

    void come(String part) throws IOException {
      DataStreamChannel channel;
      synchronized (this) {
        there.append(part);
        channel = waiting;
      }
      if (channel != null) {
        channel.requestOutput();
      }
    }

    @Override
    public synchronized void produce(DataStreamChannel channel) throws IOException {
      asked++;
      waiting = channel;
      if (!there.isEmpty()) {
        byte[] bytes = there.toString().getBytes(StandardCharsets.US_ASCII);
        there.delete(0, channel.write(ByteBuffer.wrap(bytes)));
      }
    }

    @Override
    public synchronized int available() {
      return there.length();
    }

    @Override
    public long getContentLength() {
      return length;
    }

    @Override
    public boolean isChunked() {
      return false;
    }

    @Override
    public boolean isRepeatable() {
      return false;
    }

    @Override
    public @Nullable String getContentType() {
      return null;
    }

    @Override
    public @Nullable String getContentEncoding() {
      return null;
    }

    @Override
    public Set<String> getTrailerNames() {
      return Set.of();
    }

    @Override
    public void failed(Exception cause) {}

    @Override
    public void releaseResources() {
      released = true;
    }
  }
}
