package dev.mcphotfix.agent.http.jdk;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.http.RecordedAttempts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class HeldBodyTest {

  private final RecordedAttempts attempts = new RecordedAttempts();

  @Test
  void sendsAnotherBodyInItsPlace() {
    Received received = Received.of(held(stream(REFRESH)));

    assertThat(received.text()).isEqualTo(CHANGED);
    assertThat(received.signals).containsExactly("complete");
  }

  @Test
  void leavesABodyAsItWas() {
    Received received = Received.of(held(stream("a=b")));

    assertThat(received.text()).isEqualTo("a=b");
    assertThat(received.signals).containsExactly("complete");
  }

  @Test
  void passesOnAllOfABodyThatIsTooLarge() {
    Received received = Received.of(held(stream("x".repeat(200_000))));

    assertThat(received.text()).hasSize(200_000);
    assertThat(received.signals).containsExactly("complete");
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void asksForNothingBeforeTheClientSendsIt() throws IOException {
    PipedOutputStream later = new PipedOutputStream();
    PipedInputStream pipe = new PipedInputStream(later);
    BodyPublisher body = held(BodyPublishers.ofInputStream(() -> pipe));

    later.write(REFRESH.getBytes(StandardCharsets.US_ASCII));
    later.close();

    assertThat(attempts.reasons()).isEmpty();
    assertThat(Received.of(body).text()).isEqualTo(CHANGED);
  }

  @Test
  void tellsTheNewLengthOfABodyThatIsAskedForAhead() {
    HeldBody body = held(BodyPublishers.ofString(REFRESH));
    assertThat(body.contentLength()).isEqualTo(REFRESH.length());

    assertThat(body.askAhead()).isCompleted();

    assertThat(body.contentLength()).isEqualTo(CHANGED.length());
    assertThat(Received.of(body).text()).isEqualTo(CHANGED);
  }

  @Test
  void keepsTheHeadWaitingForABodyOfKnownLengthThatComesLate() {
    LatePublisher late = new LatePublisher(REFRESH.length());
    HeldBody body = held(late);
    CompletableFuture<?> head = body.askAhead();

    late.publish(REFRESH.substring(0, 20));
    assertThat(head).isNotCompleted();
    late.publish(REFRESH.substring(20));

    assertThat(head).isCompleted();
    assertThat(body.contentLength()).isEqualTo(CHANGED.length());
    Received received = Received.of(body);
    assertThat(received.text()).isEqualTo(CHANGED);
    assertThat(received.signals).isEmpty();
    late.complete();
    assertThat(received.signals).containsExactly("complete");
  }

  @Test
  void keepsNoHeadWaitingForABodyOfUnknownLength() {
    LatePublisher late = new LatePublisher(-1);

    assertThat(held(late).askAhead()).isCompleted();

    assertThat(late.requested).isZero();
  }

  @Test
  void keepsNoHeadWaitingForABodyThatStaysAsItIsAnyway() {
    LatePublisher late = new LatePublisher(REFRESH.length());
    HeldBody body = new HeldBody(late, attempts.authorized());

    assertThat(body.askAhead()).isCompleted();
    assertThat(late.requested).isZero();

    Received received = Received.of(body);
    late.publish(REFRESH.substring(0, 3));
    assertThat(received.text()).isEqualTo(REFRESH.substring(0, 3));
    late.publish(REFRESH.substring(3));
    late.complete();
    assertThat(attempts.reasons()).containsExactly("http-basic");
  }

  @Test
  void keepsNoHeadWaitingWhenTheExchangeIsGivenUp() {
    LatePublisher late = new LatePublisher(REFRESH.length());
    HeldBody body = held(late);
    CompletableFuture<?> head = body.askAhead();

    body.letGo();

    assertThat(head).isCompleted();
    assertThat(body.contentLength()).isEqualTo(REFRESH.length());
    Received received = Received.of(body);
    late.publish(REFRESH);
    late.complete();
    assertThat(received.text()).isEqualTo(REFRESH);
  }

  @Test
  void losesNothingOfABodyThatIsTooLargeWhenTheExchangeIsGivenUp() {
    LatePublisher late = new LatePublisher(REFRESH.length());
    HeldBody body = held(late);
    CompletableFuture<?> head = body.askAhead();

    body.letGo();
    late.publish("x".repeat(40_000));
    late.publish("y".repeat(40_000));
    late.complete();

    assertThat(head).isCompleted();
    assertThat(Received.of(body).text()).hasSize(80_000);
  }

  @Test
  void leavesABodyThatIsShorterThanItIsTold() {
    LatePublisher late = new LatePublisher(REFRESH.length() + 3);
    HeldBody body = held(late);
    CompletableFuture<?> head = body.askAhead();

    late.publish(REFRESH);
    late.complete();

    assertThat(head).isCompleted();

    assertThat(body.contentLength()).isEqualTo(REFRESH.length() + 3);
    assertThat(Received.of(body).text()).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void leavesABodyThatIsLongerThanItIsTold() {
    LatePublisher late = new LatePublisher(REFRESH.length() - 3);
    HeldBody body = held(late);
    CompletableFuture<?> head = body.askAhead();

    late.publish(REFRESH);
    late.complete();

    assertThat(head).isCompleted();

    assertThat(body.contentLength()).isEqualTo(REFRESH.length() - 3);
    assertThat(Received.of(body).text()).isEqualTo(REFRESH);
  }

  @Test
  void leavesABodyWhoseHeadIsSentAlready() {
    Received received = Received.of(held(BodyPublishers.ofString(REFRESH)));

    assertThat(received.text()).isEqualTo(REFRESH);
    assertThat(attempts.reasons()).containsExactly("body-unreadable");
  }

  @Test
  void sendsNothingOfItsOwnWhereThePublisherFailsBeforeTheHead() {
    LatePublisher late = new LatePublisher(REFRESH.length());
    HeldBody body = held(late);
    CompletableFuture<?> head = body.askAhead();

    late.publish(REFRESH.substring(0, 20));
    late.fail(new IllegalStateException("broken"));

    assertThat(head).isCompleted();
    Received received = Received.of(body);
    assertThat(received.text()).isEqualTo(REFRESH.substring(0, 20));
    assertThat(received.signals).containsExactly("java.lang.IllegalStateException: broken");
  }

  @Test
  void isAskedAnewForEachAttempt() {
    HeldBody body = held(BodyPublishers.ofString(REFRESH));

    for (int attempt = 0; attempt < 2; attempt++) {
      assertThat(body.askAhead()).isCompleted();
      assertThat(Received.of(body).text()).isEqualTo(CHANGED);
    }
  }

  @Test
  void asksThePublisherOnceForAnAttemptThatNeverCameToItsBody() {
    LatePublisher late = new LatePublisher(REFRESH.length());
    HeldBody body = held(late);

    CompletableFuture<?> first = body.askAhead();
    assertThat(body.askAhead()).isSameAs(first);

    assertThat(late.requested).isEqualTo(1);
  }

  @Test
  void tellsTheEndOfAnEmptyBodyNoSoonerThanItIsAskedFor() {
    Received received = new Received(0);
    held(stream("")).subscribe(received);
    assertThat(received.signals).isEmpty();

    received.subscription.request(1);

    assertThat(received.signals).containsExactly("complete");
  }

  @Test
  void handsOverNothingBeforeItIsDecided() {
    LatePublisher late = new LatePublisher(-1);
    Received received = Received.of(held(late));

    late.publish(REFRESH.substring(0, 20));
    assertThat(received.text()).isEmpty();
    late.publish(REFRESH.substring(20));
    late.complete();

    assertThat(received.text()).isEqualTo(CHANGED);
  }

  @Test
  void asksAPublisherForNoMoreThanTheClientAsksFor() {
    LatePublisher late = new LatePublisher(-1);
    Received received = new Received(1);
    new HeldBody(late, attempts.authorized()).subscribe(received);

    late.publish("a");
    late.publish("b");

    assertThat(received.text()).isEqualTo("a");
    assertThat(late.requested).isEqualTo(1);
  }

  @Test
  void passesOnAFailureAndACancellation() {
    LatePublisher late = new LatePublisher(-1);
    Received received = Received.of(held(late));

    received.subscription.cancel();
    assertThat(late.cancelled).isTrue();

    LatePublisher broken = new LatePublisher(-1);
    Received failed = Received.of(held(broken));
    broken.fail(new IllegalStateException("broken"));
    assertThat(failed.signals).containsExactly("java.lang.IllegalStateException: broken");
  }

  @Test
  void knowsWhatIsInMemory() {
    for (BodyPublisher body :
        List.of(BodyPublishers.ofString("a"), BodyPublishers.ofByteArray(new byte[1]))) {
      assertThat(held(body).isInMemory()).isTrue();
    }
    assertThat(held(stream("a")).isInMemory()).isFalse();
  }

  private HeldBody held(BodyPublisher body) {
    return new HeldBody(body, attempts.next());
  }

  private static BodyPublisher stream(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    ByteArrayInputStream once = new ByteArrayInputStream(bytes);
    return BodyPublishers.ofInputStream(() -> once);
  }
}
