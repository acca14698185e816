package dev.mcphotfix.agent.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LogMemoryTest {

  private final LogMemory memory = new LogMemory();
  private final List<Entry> written = new ArrayList<>();
  private final AgentLog log = memory.over(written::add);

  @Test
  void countsDecisionsByHookAndReason() {
    log.write(decision("jdk", "added"));
    log.write(decision("jdk", "added"));
    log.write(decision("okhttp", "http-basic"));

    assertThat(memory.reasons("jdk")).isEqualTo(Map.of("added", 2L));
    assertThat(memory.reasons()).isEqualTo(Map.of("added", 2L, "http-basic", 1L));
  }

  @Test
  void countsAReasonWithoutTheDetailThatMayBeTextOfTheHost() {
    log.write(decision("jdk", "grant-not-covered:password"));
    log.write(decision("jdk", "grant-not-covered:other"));

    assertThat(memory.reasons("jdk")).isEqualTo(Map.of("grant-not-covered", 2L));
  }

  @Test
  void countsByItselfWhatCameBeforeItsEndpointWasFoundOut() {
    log.write(decision("jdk", "unknown-endpoint:discovery-pending"));
    log.write(decision("jdk", "ambiguous-server:discovery-pending"));
    log.write(decision("jdk", "unknown-endpoint:other"));
    log.write(decision("jdk", "grant-not-covered:discovery-pending"));

    assertThat(memory.reasons("jdk"))
        .isEqualTo(
            Map.of(
                "unknown-endpoint:discovery-pending", 1L,
                "ambiguous-server:discovery-pending", 1L,
                "unknown-endpoint", 1L,
                "grant-not-covered", 1L));
  }

  @Test
  void doesNotCallRefusedWhatCameTooEarlyToBeHealed() {
    log.write(decision("jdk", "unknown-endpoint:discovery-pending").with("request", "0001"));
    log.write(decision("jdk", "unknown-endpoint").with("request", "0002"));

    log.write(Entry.of(Severity.WARN, Notice.TOKEN_RESPONSE).with("request", "0001"));
    assertThat(memory.refused()).isZero();
    log.write(Entry.of(Severity.WARN, Notice.TOKEN_RESPONSE).with("request", "0002"));
    assertThat(memory.refused()).isEqualTo(1);
    assertThat(memory.responses()).extracting(memory::isEarly).containsExactly(true, false);
  }

  @Test
  void keepsTheLastDecisionOfEachHook() {
    log.write(decision("jdk", "added"));
    Entry last = decision("jdk", "http-basic");
    log.write(last);

    assertThat(memory.lastDecision("jdk")).extracting(TimedEntry::entry).isSameAs(last);
    assertThat(memory.lastDecision("okhttp")).isNull();
  }

  @Test
  void knowsADecisionOfWhichNoLineIsMade() {
    AgentLog silent = memory.over(entry -> {});
    silent.write(left("https://idp.example.com/token?code=secret", Severity.DEBUG));

    assertThat(memory.reasons("jdk")).isEqualTo(Map.of("grant-not-covered", 1L));
    assertThat(memory.lastDecision("jdk"))
        .extracting(TimedEntry::line)
        .asString()
        .endsWith(
            " left alone endpoint=https://idp.example.com/token"
                + " reason=grant-not-covered:password hook=jdk");
    assertThat(memory.warnings()).isEmpty();
  }

  @Test
  void keepsADecisionThatIsAWarning() {
    log.write(left("https://idp.example.com/token", Severity.WARN));

    assertThat(memory.warnings()).extracting(TimedEntry::entry).isEqualTo(written);
  }

  private static Decision left(String endpoint, Severity severity) {
    return new Decision(
        Action.LEFT_ALONE,
        Reason.GRANT_NOT_COVERED,
        "password",
        severity,
        null,
        endpoint,
        null,
        "jdk",
        null);
  }

  @Test
  void keepsTheLastTenResponsesAndWarnings() {
    for (int i = 0; i < 12; i++) {
      log.write(
          Entry.of(Severity.WARN, Notice.TOKEN_RESPONSE).with("status", Integer.toString(400 + i)));
    }

    assertThat(memory.responses())
        .hasSize(10)
        .first()
        .extracting(timed -> timed.entry().facts().get("status"))
        .isEqualTo("402");
    assertThat(memory.warnings()).hasSize(10);
  }

  @Test
  void countsTheAnswersThatMatter() {
    for (Severity severity : List.of(Severity.INFO, Severity.WARN, Severity.INFO, Severity.DEBUG)) {
      log.write(Entry.of(severity, Notice.TOKEN_RESPONSE));
    }
    log.write(Entry.of(Severity.WARN, Notice.HOOK_NOT_WOVEN));

    assertThat(memory.accepted()).isEqualTo(2);
    assertThat(memory.refused()).isEqualTo(1);
  }

  @Test
  void knowsWhatBecameOfHooksUntilTheyAreWovenAnew() {
    Entry woven = Entry.of(Severity.INFO, Notice.HOOK_WOVEN).with("hook", "jdk").with("class", "C");
    log.write(woven);

    assertThat(memory.hooks()).extracting(TimedEntry::entry).containsExactly(woven);

    memory.forgetHooks();

    assertThat(memory.hooks()).isEmpty();
  }

  @Test
  void knowsOneFateOfAHookWhoseClassAnotherAgentTransformsAgain() {
    Entry waits =
        Entry.of(Severity.INFO, Notice.HOOK_WAITS).with("hook", "save").with("class", "C");
    Entry woven =
        Entry.of(Severity.INFO, Notice.HOOK_WOVEN).with("hook", "save").with("class", "C");
    Entry other =
        Entry.of(Severity.INFO, Notice.HOOK_WOVEN).with("hook", "save").with("class", "D");
    log.write(waits);
    log.write(other);
    log.write(woven);

    assertThat(memory.hooks()).extracting(TimedEntry::entry).containsExactly(other, woven);
  }

  @Test
  void countsApartWhatWasOnlyObserved() {
    log.write(decision("jdk", "added"));
    log.write(
        Entry.of(Severity.INFO, Action.WOULD_ADD).with("reason", "added").with("hook", "jdk"));

    assertThat(memory.reasons("jdk")).containsEntry("added", 2L);
    assertThat(memory.observed()).containsOnly(Map.entry("added", 1L));
  }

  @Test
  void tellsWhereAValueEndsAsTheLogDoes() {
    log.write(
        Entry.of(Severity.WARN, Notice.TOKEN_RESPONSE)
            .with("status", "400")
            .with("error_description", "say \"who\" status=200"));

    assertThat(memory.warnings().get(0).line())
        .endsWith("Z token response status=400 error_description=\"say \\\"who\\\" status=200\"");
  }

  @Test
  void leavesTheLogAsItIs() {
    Entry entry = decision("jdk", "added");

    log.write(entry);

    assertThat(written).containsExactly(entry);
  }

  private static Entry decision(String hook, String reason) {
    return Entry.of(Severity.INFO, Action.ADDED).with("reason", reason).with("hook", hook);
  }
}
