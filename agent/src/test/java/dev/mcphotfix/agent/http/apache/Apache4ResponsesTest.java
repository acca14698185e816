package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static dev.mcphotfix.agent.http.apache.EntityContract.REFUSAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.RecordedAttempts;
import dev.mcphotfix.agent.http.Sites;
import dev.mcphotfix.agent.http.apache.Apache4AsyncTest.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.entity.ContentType;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.nio.ContentDecoder;
import org.apache.http.nio.ContentEncoder;
import org.apache.http.nio.entity.NStringEntity;
import org.apache.http.nio.protocol.HttpAsyncRequestProducer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The responses of HttpAsyncClient 4 on their way to the host. */
final class Apache4ResponsesTest {

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final Sites sites = new Sites(new Apache4(), attempts);
  private final Attempt attempt = attempts.next();
  private final State exchange = exchange();
  private final Decoder own = new Decoder();

  @Test
  void areLookedAtWhileTheHostReadsThem() throws IOException {
    answered(400, "application/json");
    ContentDecoder decoder = (ContentDecoder) Objects.requireNonNull(observed(exchange));

    assertThat(read(decoder, 9) + read(decoder, 100)).isEqualTo(REFUSAL);
    assertThat(decoder.read(ByteBuffer.allocate(9))).isEqualTo(-1);
    assertThat(decoder.isCompleted()).isTrue();
    completed();

    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(attempts.log.lastFact("error")).isEqualTo("invalid_request");
  }

  @Test
  void areLeftToTheHostWhereTheyAreStreams() {
    answered(502, "text/event-stream");

    assertThat(observed(exchange)).isNull();

    assertThat(attempts.log.lastFact("status")).isEqualTo("502");
  }

  @Test
  void areForgottenWhenTheyAreOver() {
    answered(400, "application/json");
    completed();
    int told = attempts.log.entries.size();

    completed();

    assertThat(observed(exchange)).isNull();
    assertThat(attempts.log.entries).hasSize(told);
  }

  @Test
  void areLeftToAnotherRequest() {
    State other = new State("a producer of the host's");

    received(exchange, response(400, "application/json"));
    received(other, response(400, "application/json"));
    received(null, response(400, "application/json"));
    received(other, null);

    assertThat(observed(exchange)).isNull();
    assertThat(observed(other)).isNull();
    assertThat(attempts.log.entries).isEmpty();
  }

  /** Of a token request, about which nothing is decided yet. */
  private State exchange() {
    HeldContent content =
        new HeldContent(new HostContent(), ContentEncoder.class, attempt.failures());
    content.hold(attempt);
    return new State(content.as(HttpAsyncRequestProducer.class));
  }

  private void answered(int status, String contentType) {
    attempt.decide(REFRESH.getBytes(StandardCharsets.US_ASCII));
    received(exchange, response(status, contentType));
  }

  private static HttpResponse response(int status, String contentType) {
    BasicHttpResponse response = new BasicHttpResponse(HttpVersion.HTTP_1_1, status, null);
    response.setHeader("Content-Type", contentType);
    response.setEntity(new NStringEntity(REFUSAL, ContentType.parse(contentType)));
    return response;
  }

  private void received(@Nullable State state, @Nullable HttpResponse response) {
    assertThat(sites.arguments("apache4-responseReceived", this, response, state, "handler"))
        .isNull();
  }

  private void completed() {
    assertThat(sites.arguments("apache4-responseCompleted", this, exchange, "handler")).isNull();
  }

  private @Nullable Object observed(State state) {
    return sites.value("apache4-consumeContent", this, own, state);
  }

  private static String read(ContentDecoder decoder, int most) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(most + 3).position(3).limit(most + 3);
    decoder.read(buffer);
    return StandardCharsets.US_ASCII.decode(buffer.flip().position(3)).toString();
  }

  /** Gives whatever there is. */
  private static final class Decoder implements ContentDecoder {

    private final ByteBuffer answer = ByteBuffer.wrap(REFUSAL.getBytes(StandardCharsets.US_ASCII));

    @Override
    public boolean isCompleted() {
      return !answer.hasRemaining();
    }

    @Override
    public int read(ByteBuffer into) {
      int count = Math.min(into.remaining(), answer.remaining());
      into.put(answer.slice().limit(count));
      answer.position(answer.position() + count);
      return count == 0 ? -1 : count;
    }
  }
}
