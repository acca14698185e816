package dev.mcphotfix.agent.http;

import static dev.mcphotfix.agent.http.RecordedAttempts.CHANGED;
import static dev.mcphotfix.agent.http.RecordedAttempts.ENDPOINT;
import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.oauth.decision.LateDirectory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A form that is whole before its token endpoint is known. */
final class AwaitedFormTest {

  private final LateDirectory directory = new LateDirectory();
  private final RecordedAttempts attempts = new RecordedAttempts(directory);
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @Test
  void isHeldUntilItIs() throws Exception {
    HeldForm form = new HeldForm(attempts.withoutWaiting());

    assertThat(awaits(form, REFRESH)).isTrue();
    assertThat(told).isEmpty();
    directory.end(ENDPOINT);

    assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("then");
    assertThat(awaits(form, REFRESH)).isFalse();
    assertThat(new String(form.whole(bytes(REFRESH)), StandardCharsets.US_ASCII))
        .isEqualTo(CHANGED);
  }

  @Test
  void isHeldWithWhatCameBefore() {
    HeldForm form = new HeldForm(attempts.withoutWaiting(), REFRESH.length());
    form.add(bytes(REFRESH), 0, 20);

    assertThat(awaits(form, REFRESH.substring(20))).isTrue();
  }

  @Test
  void isNotHeldWhereItStaysAsItIs() {
    assertThat(awaits(new HeldForm(attempts.withoutWaiting()), CHANGED)).isFalse();
  }

  @Test
  void isNotHeldWhereItIsOfAnotherLengthThanTold() {
    assertThat(awaits(new HeldForm(attempts.withoutWaiting(), 100), REFRESH)).isFalse();
  }

  @Test
  void isNotHeldOnceItPasses() {
    HeldForm form = new HeldForm(attempts.withoutWaiting());
    form.part();

    assertThat(awaits(form, REFRESH)).isFalse();
  }

  @Test
  void isNotHeldForAThreadThatMayWait() {
    assertThat(awaits(new HeldForm(attempts.next()), REFRESH)).isFalse();
  }

  private boolean awaits(HeldForm form, String end) {
    return form.awaits(bytes(end), () -> told.add("then"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
