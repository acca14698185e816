package dev.mcphotfix.agent.http.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

final class DrainedBodyTest {

  @Test
  void readsAStringBody() {
    DrainedBody body = DrainedBody.of(BodyPublishers.ofString("a=b"));

    assertThat(body.bytes()).asString().isEqualTo("a=b");
    assertThat(body.asRead().contentLength()).isEqualTo(3);
  }

  @Test
  void takesARequestWithoutABodyForEmpty() {
    assertThat(DrainedBody.of(null).bytes()).isEmpty();
    assertThat(DrainedBody.of(null).untouched()).isTrue();
  }

  @Test
  void leavesABodyThatSaysItIsTooLargeUntouched() {
    DrainedBody body = DrainedBody.of(BodyPublishers.ofByteArray(new byte[64 * 1024 + 1]));

    assertThat(body.untouched()).isTrue();
    assertThat(body.bytes()).isNull();
  }

  @Test
  void doesNotWaitForABodyThatIsNotThereYet() {
    LatePublisher late = new LatePublisher(3);
    DrainedBody body = DrainedBody.of(late);
    assertThat(body.bytes()).isNull();

    Received received = Received.of(body.asRead());
    late.publish("a=");
    late.publish("b");
    late.complete();

    assertThat(received.text()).isEqualTo("a=b");
    assertThat(received.signals).endsWith("complete");
  }

  @Test
  void tellsWhetherMoreIsToCome() {
    LatePublisher late = new LatePublisher(3);
    DrainedBody body = DrainedBody.of(late);
    assertThat(body.isLate()).isTrue();

    late.publish("a=b");
    late.complete();

    assertThat(body.isLate()).isFalse();
    assertThat(DrainedBody.of(BodyPublishers.ofByteArray(new byte[64 * 1024 + 1])).isLate())
        .isFalse();
  }

  @Test
  void asksAPublisherForNoMoreThanTheHostAsksFor() {
    LatePublisher late = new LatePublisher(3);
    DrainedBody body = DrainedBody.of(late);
    Received received = new Received(1);
    body.asRead().subscribe(received);

    late.publish("a");
    late.publish("b");

    assertThat(received.text()).isEqualTo("a");
    assertThat(late.requested).isEqualTo(1);
  }

  @Test
  void passesOnACancellation() {
    LatePublisher late = new LatePublisher(3);
    Received received = Received.of(DrainedBody.of(late).asRead());

    received.subscription.cancel();

    assertThat(late.cancelled).isTrue();
  }

  @Test
  void passesOnAFailure() {
    LatePublisher late = new LatePublisher(3);
    Received received = Received.of(DrainedBody.of(late).asRead());

    late.fail(new IllegalStateException("broken"));

    assertThat(received.signals).containsExactly("java.lang.IllegalStateException: broken");
  }

  @Test
  void asksThePublisherAgainForASecondAttempt() {
    LatePublisher late = new LatePublisher(3);
    BodyPublisher sent = DrainedBody.of(late).asRead();
    Received.of(sent);

    Received second = Received.of(sent);
    late.publish("a=b");
    late.complete();

    assertThat(second.text()).isEqualTo("a=b");
    assertThat(second.signals).containsExactly("complete");
  }
}
