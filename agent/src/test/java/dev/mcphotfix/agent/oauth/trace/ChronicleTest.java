package dev.mcphotfix.agent.oauth.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.HostSpans;
import dev.mcphotfix.agent.oauth.decision.RecordingLog;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How much is told, and what belongs together. */
final class ChronicleTest {

  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final RecordingLog log = new RecordingLog();
  private final Chronicle chronicle = new Chronicle(log, HostSpans.NONE, "t");

  @Test
  void tellsNoMoreThanSixtyStepsInAMinuteAndThenHowManyWereLeftOut() {
    for (int i = 0; i < 100; i++) {
      tell("a", MINUTE);
    }
    assertThat(log.entries).hasSize(60);

    tell("a", 3 * MINUTE);

    assertThat(log.entries).hasSize(62);
    assertThat(log.entries.get(60).facts())
        .containsEntry("step", "left-out")
        .containsEntry("count", "40");
    assertThat(log.last().facts()).containsEntry("step", "token-request");
  }

  @Test
  void countsEachServerOnItsOwn() {
    for (int i = 0; i < 60; i++) {
      tell("a", 0);
    }

    tell("b", 0);

    assertThat(log.last().facts()).containsEntry("server", "b");
  }

  @Test
  void goesOnUntilItIsEndedOrSilent() {
    Conversation first = tell("a", 0);
    assertThat(tell("a", MINUTE).id()).isEqualTo(first.id());

    chronicle.end(first);
    assertThat(chronicle.tell(Step.TOKEN_RESPONSE, "a", MINUTE, this::same).id())
        .isEqualTo(first.id());
    Conversation second = tell("a", MINUTE);
    assertThat(second.id()).isNotEqualTo(first.id());

    assertThat(tell("a", 12 * MINUTE).id()).isNotEqualTo(second.id());
  }

  @Test
  void tellsHowLongItLasts() {
    tell("a", 0);
    tell("a", TimeUnit.MILLISECONDS.toNanos(1500));

    assertThat(log.last().facts()).containsEntry("ms", "1500");
  }

  @Test
  void forgetsServersOfWhichThereAreTooMany() {
    String first = tell("server 0", 0).id();
    for (int i = 1; i <= Conversations.MOST; i++) {
      tell("server " + i, 0);
    }

    assertThat(tell("server 0", 0).id()).isNotEqualTo(first);
  }

  private Conversation tell(String server, long now) {
    return chronicle.tell(Step.TOKEN_REQUEST, server, now, this::same);
  }

  private Entry same(Entry entry) {
    return entry;
  }
}
