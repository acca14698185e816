package dev.mcphotfix.agent.http.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.RecordedAttempts;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** Before the JDK's own subscriber. */
final class ObservedResponseTest {

  private final RecordedAttempts attempts = new RecordedAttempts();
  private final Attempt attempt = attempts.next();
  private final BodySubscriber<String> response =
      ObservedResponse.handler(BodyHandlers.ofString(), attempt).apply(new Info(400));
  private final LatePublisher server = new LatePublisher(-1);

  @Test
  void givesTheHostAllOfIt() {
    begin();

    response.onNext(List.of(bytes("{\"error\":"), bytes("\"invalid_request\"}")));
    response.onComplete();

    assertThat(response.getBody().toCompletableFuture().join())
        .isEqualTo("{\"error\":\"invalid_request\"}");
    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
    assertThat(attempts.log.lastFact("error")).isEqualTo("invalid_request");
  }

  @Test
  void asksForWhatTheHostAsksFor() {
    begin();

    assertThat(server.requested).isEqualTo(Long.MAX_VALUE);
    assertThat(server.cancelled).isFalse();
  }

  @Test
  void tellsTheStatusOfOneThatBreaksOff() {
    begin();

    response.onError(new IOException("broken"));

    assertThat(response.getBody().toCompletableFuture()).isCompletedExceptionally();
    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
  }

  @Test
  void tellsTheStatusOfOneThatTheHostReadsNoFurther() {
    attempt.decide(RecordedAttempts.REFRESH.getBytes(StandardCharsets.US_ASCII));
    Received host = new Received(0);
    BodySubscriber<Void> read =
        ObservedResponse.handler(info -> BodySubscribers.fromSubscriber(new Lists(host)), attempt)
            .apply(new Info(400));
    read.onSubscribe(server);

    host.subscription.cancel();

    assertThat(server.cancelled).isTrue();
    assertThat(attempts.log.lastFact("status")).isEqualTo("400");
  }

  private void begin() {
    attempt.decide(RecordedAttempts.REFRESH.getBytes(StandardCharsets.US_ASCII));
    response.onSubscribe(server);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private record Lists(Received each) implements Flow.Subscriber<List<ByteBuffer>> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      each.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> items) {
      items.forEach(each::onNext);
    }

    @Override
    public void onError(Throwable cause) {
      each.onError(cause);
    }

    @Override
    public void onComplete() {
      each.onComplete();
    }
  }
}
