package dev.mcphotfix.agent.http.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HeldBodyTest {

  private final List<Integer> asked = new ArrayList<>();

  @Test
  void sendsAnotherBodyInItsPlace() {
    Received received = Received.of(held(stream("a=b"), "c=d"));

    assertThat(received.text()).isEqualTo("c=d");
    assertThat(received.signals).containsExactly("complete");
    assertThat(asked).containsExactly(3);
  }

  @Test
  void leavesABodyAsItWas() {
    Received received = Received.of(held(stream("a=b"), null));

    assertThat(received.text()).isEqualTo("a=b");
    assertThat(received.signals).containsExactly("complete");
  }

  @Test
  void passesOnAllOfABodyThatIsTooLarge() {
    Received received = Received.of(held(stream("x".repeat(200_000)), null));

    assertThat(received.text()).hasSize(200_000);
    assertThat(received.signals).containsExactly("complete");
    assertThat(asked).containsExactly(-1);
  }

  @Test
  void readsNothingBeforeTheClientSendsIt() throws IOException {
    PipedOutputStream later = new PipedOutputStream();
    PipedInputStream pipe = new PipedInputStream(later);
    BodyPublisher body = held(BodyPublishers.ofInputStream(() -> pipe), "c=d");

    later.write("a=b".getBytes(StandardCharsets.US_ASCII));
    later.close();

    assertThat(asked).isEmpty();
    assertThat(Received.of(body).text()).isEqualTo("c=d");
  }

  @Test
  void isAskedAnewForEachAttempt() {
    BodyPublisher body = held(BodyPublishers.ofString("a=b"), "c=d");

    assertThat(Received.of(body).text()).isEqualTo("c=d");
    assertThat(Received.of(body).text()).isEqualTo("c=d");
    assertThat(asked).containsExactly(3, 3);
  }

  @Test
  void handsOverNothingBeforeItIsDecided() {
    LatePublisher late = new LatePublisher(-1);
    Received received = Received.of(held(late, "c=d"));

    late.publish("a=");
    assertThat(received.text()).isEmpty();
    late.publish("b");
    late.complete();

    assertThat(received.text()).isEqualTo("c=d");
  }

  @Test
  void passesOnAFailureAndACancellation() {
    LatePublisher late = new LatePublisher(-1);
    Received received = Received.of(held(late, "c=d"));

    received.subscription.cancel();
    assertThat(late.cancelled).isTrue();

    LatePublisher broken = new LatePublisher(-1);
    Received failed = Received.of(held(broken, "c=d"));
    broken.fail(new IllegalStateException("broken"));
    assertThat(failed.signals).containsExactly("java.lang.IllegalStateException: broken");
  }

  private BodyPublisher held(BodyPublisher body, @Nullable String other) {
    return new HeldBody(
        body,
        whole -> {
          asked.add(whole == null ? -1 : whole.length);
          return other == null ? null : other.getBytes(StandardCharsets.US_ASCII);
        });
  }

  private static BodyPublisher stream(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    ByteArrayInputStream once = new ByteArrayInputStream(bytes);
    return BodyPublishers.ofInputStream(() -> once);
  }
}
