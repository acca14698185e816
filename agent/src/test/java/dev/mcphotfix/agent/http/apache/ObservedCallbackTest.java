package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static dev.mcphotfix.agent.http.apache.EntityContract.REFUSAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.RecordedAttempts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the asynchronous client gives a response to, in place of the host's. */
final class ObservedCallbackTest {

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final Attempt attempt = attempts.next();
  private final Host host = new Host();
  private final AsyncExecCallback callback =
      (AsyncExecCallback) ObservedCallback.of(host, AsyncExecCallback.class, attempt);

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
    assertThat(callback.handleResponse(new BasicHttpResponse(400), null)).isSameAs(host);
    callback.completed();

    assertThat(host.completions).isEqualTo(1);
    assertThat(attempts.log.entries).isEmpty();
  }

  private AsyncDataConsumer answered(int status, String contentType) throws Exception {
    attempt.decide(REFRESH.getBytes(StandardCharsets.US_ASCII));
    HttpResponse response = new BasicHttpResponse(status);
    response.setHeader("Content-Type", contentType);
    return callback.handleResponse(response, null);
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
