package dev.mcphotfix.agent.command.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.log.Logs;
import dev.mcphotfix.agent.command.log.Outcome;
import org.junit.jupiter.api.Test;

class SummaryTest {

  @Test
  void callsARequestHealedThatItsServerAccepted() {
    Summary summary = Logs.summary(new Logs("a").added("0001").answered("0001", 200));

    assertThat(summary.all().requests().of(Outcome.HEALED)).isOne();
    assertThat(summary.all().requests().total()).isOne();
    assertThat(summary.needsAttention()).isFalse();
  }

  @Test
  void callsARequestRefusedThatItsServerRefused() {
    Summary summary = Logs.summary(new Logs("a").added("0001").answered("0001", 400));

    assertThat(summary.all().requests().of(Outcome.REFUSED)).isOne();
    assertThat(summary.needsAttention()).isTrue();
    assertThat(summary.problems()).hasSize(1);
  }

  @Test
  void saysWhatToDoAboutARefreshThatCameBeforeItsEndpointWasFoundOut() {
    Summary summary = Logs.summary(leftAlone("unknown-endpoint:discovery-pending"));

    assertThat(summary.all().requests().of(Outcome.REFUSED)).isZero();
    assertThat(summary.problems())
        .singleElement()
        .satisfies(
            kind ->
                assertThat(kind.title())
                    .isEqualTo("not healed: came before the endpoint was found out"))
        .satisfies(
            kind ->
                assertThat(Remedy.of(kind.group()))
                    .startsWith("Let the client connect once more.")
                    .contains("`tokenEndpoint`"));
  }

  @Test
  void callsRefusedWhatWentToAnEndpointThatIsUnknownForGood() {
    assertThat(Logs.summary(leftAlone("unknown-endpoint")).problems())
        .singleElement()
        .satisfies(kind -> assertThat(kind.title()).isEqualTo("refused: 400"))
        .satisfies(
            kind -> assertThat(Remedy.of(kind.group())).isEqualTo("See the decision for it."));
  }

  @Test
  void makesAProblemOfWhatTheWitnessSawLeavePastAllHooks() {
    Summary summary = Logs.summary(witnessed("WARN", "absent", "none"));

    assertThat(summary.all().requests().of(Outcome.ATTENTION)).isOne();
    assertThat(summary.problems())
        .singleElement()
        .satisfies(
            kind -> assertThat(kind.title()).isEqualTo("not healed: no hook has examined it"))
        .satisfies(
            kind -> assertThat(kind.group().endpoint()).isEqualTo("https://idp.example.com/token"))
        .satisfies(kind -> assertThat(Remedy.of(kind.group())).contains("`rule`", "`scan`"));
  }

  @Test
  void makesNoProblemOfWhatTheWitnessSawLeaveWithAnId() {
    assertThat(Logs.summary(witnessed("WARN", "present", "none")).needsAttention()).isFalse();
    assertThat(Logs.summary(witnessed("WARN", "absent", "Basic")).needsAttention()).isFalse();
    assertThat(Logs.summary(witnessed("DEBUG", "absent", "none")).all().requests().total())
        .isZero();
  }

  private static Logs witnessed(String level, String clientId, String authentication) {
    return new Logs("a")
        .entry(
            level,
            "witnessed",
            "endpoint=https://idp.example.com/token",
            "grant=refresh_token",
            "client_id=" + clientId,
            "authentication=" + authentication,
            "why=no hook has examined it",
            "rule=the command scan proposes one");
  }

  private static Logs leftAlone(String reason) {
    return new Logs("a")
        .entry("WARN", "left alone", "reason=" + reason, "hook=jdk", "request=0001")
        .entry(
            "WARN",
            "token response",
            "status=400",
            "advice=see the decision for it",
            "request=0001");
  }

  @Test
  void claimsNothingAboutARequestWhoseAnswerIsNotThere() {
    Summary summary = Logs.summary(new Logs("a").added("0001").answered("0002", 200));

    assertThat(summary.all().requests().of(Outcome.UNANSWERED)).isOne();
    assertThat(summary.all().requests().of(Outcome.HEALED)).isZero();
  }

  @Test
  void claimsNothingAboutARequestThatWasRedirected() {
    Summary summary = Logs.summary(new Logs("a").added("0001").answered("0001", 307));

    assertThat(summary.all().requests().of(Outcome.OPEN)).isOne();
    assertThat(summary.needsAttention()).isFalse();
  }

  @Test
  void takesNoAnswerOfAnotherJvm() {
    Summary summary =
        Logs.summary(new Logs("a").added("0001"), new Logs("b").answered("0001", 200));

    assertThat(summary.all().requests().of(Outcome.OPEN)).isOne();
    assertThat(summary.all().requests().total()).isOne();
    assertThat(summary.jvms().shown().keySet()).containsExactly("a 1", "b 1");
  }

  @Test
  void countsARequestOnceThatTwoHooksSaw() {
    Logs log =
        new Logs("a")
            .entry("DEBUG", "left alone", "reason=unknown-endpoint", "hook=r", "request=0001")
            .added("0001")
            .answered("0001", 200);

    Summary summary = Logs.summary(log);

    assertThat(summary.all().requests().total()).isOne();
    assertThat(summary.all().requests().of(Outcome.HEALED)).isOne();
  }

  @Test
  void countsBothWhereANumberComesAgain() {
    Logs log = new Logs("a").added("0001").added("0001").answered("0001", 200);

    Summary summary = Logs.summary(log);

    assertThat(summary.all().requests().of(Outcome.HEALED)).isOne();
    assertThat(summary.all().requests().of(Outcome.UNANSWERED)).isOne();
  }

  @Test
  void tellsWhatWasRightlyLeftAloneFromWhatWasNot() {
    Logs log =
        new Logs("a")
            .entry("DEBUG", "left alone", "reason=already-present", "request=0001")
            .entry("WARN", "left alone", "reason=ambiguous-server", "request=0002");

    Summary summary = Logs.summary(log);

    assertThat(summary.all().requests().of(Outcome.LEFT_ALONE)).isOne();
    assertThat(summary.all().requests().of(Outcome.ATTENTION)).isOne();
    assertThat(summary.reasons().counts()).containsOnlyKeys("already-present", "ambiguous-server");
  }

  @Test
  void keepsRecordsApartFromRequests() {
    Logs log = new Logs("a").entry("INFO", "healed record", "reason=record-patched", "hook=save");

    Summary summary = Logs.summary(log);

    assertThat(summary.all().records().of(Outcome.HEALED)).isOne();
    assertThat(summary.all().requests().total()).isZero();
  }

  @Test
  void saysThatAJvmIsNotHealedYet() {
    Logs log = new Logs("a").entry("INFO", "self-check ok").entry("INFO", "hook woven", "hook=jdk");

    Summary summary = Logs.summary(log);

    assertThat(summary.jvms().shown().values())
        .extracting(Jvm::verdict)
        .containsExactly("hooks in place, no refresh yet");
    assertThat(summary.needsAttention()).isFalse();
  }

  @Test
  void wantsALookAtAJvmWhoseSelfCheckFailed() {
    Summary summary = Logs.summary(new Logs("a").entry("WARN", "self-check failed", "why=x"));

    assertThat(summary.needsAttention()).isTrue();
    assertThat(Conclusion.of(summary))
        .isEqualTo("1 JVM needs attention: 1 without hooks, since the self-check failed.");
  }

  @Test
  void countsWhatTheLogWarnsOfBesideDecisions() {
    Logs log = new Logs("a").entry("WARN", "hook retired", "hook=jdk", "why=x");
    log.entry("WARN", "discovery failed", "server=s").entry("INFO", "hook woven", "hook=jdk");

    assertThat(Logs.summary(log).all().warnings()).isEqualTo(2);
  }

  @Test
  void saysHowManyLinesAreMissing() {
    Logs log = new Logs("a").added("0001").answered("0001", 200);
    log.entry("WARN", "lines of log lost", "count=7").entry("WARN", "lines of log lost", "count=x");

    Summary summary = Logs.summary(log);

    assertThat(summary.all().linesLost()).isEqualTo(7);
    assertThat(summary.needsAttention()).isFalse();
    assertThat(Conclusion.of(summary))
        .isEqualTo(
            "All is well: 1 refresh healed, no problems. 7 log lines lost, counted nowhere in this"
                + " report.");
  }

  @Test
  void showsEqualProblemsOfAllJvmsAsOneWithItsCountAndSpanOfTime() {
    Logs[] logs = {new Logs("a"), new Logs("b")};
    for (Logs log : logs) {
      log.added("0001").answered("0001", 400).added("0002").answered("0002", 400);
    }

    Summary summary = Logs.summary(logs);

    assertThat(summary.problems()).hasSize(1);
    Kind problem = summary.problems().get(0);
    assertThat(problem.jvms()).containsExactly("a 1", "b 1");
    assertThat(problem.span().count()).isEqualTo(4);
    assertThat(problem.span().first()).isEqualTo(Logs.START.toEpochMilli());
    assertThat(problem.span().last()).isEqualTo(Logs.START.plusSeconds(120).toEpochMilli());
    assertThat(summary.otherDecisions()).isEmpty();
  }

  @Test
  void keepsProblemsApartThatTheServerGaveOtherReasonsFor() {
    Logs log = new Logs("a").added("0001").added("0002");
    log.entry("WARN", "token response", "status=400", "error=invalid_grant", "request=0001");
    log.entry("WARN", "token response", "status=400", "error=invalid_client", "request=0002");

    Summary summary = Logs.summary(log);

    assertThat(summary.problems())
        .extracting(Kind::title)
        .containsExactlyInAnyOrder("refused: 400 invalid_grant", "refused: 400 invalid_client");
  }

  @Test
  void takesNothingForAProblemThatNobodyNeedsToSee() {
    Summary summary = Logs.summary(new Logs("a").added("0001").answered("0001", 200));

    assertThat(summary.problems()).isEmpty();
    assertThat(summary.otherDecisions()).hasSize(1);
  }

  @Test
  void keepsABoundedNumberOfEverything() {
    Logs log = new Logs("a");
    for (int i = 0; i < 3000; i++) {
      log.entry("WARN", "left alone", "server=s" + i, "reason=added", "host=h" + i);
    }

    Summary summary = Logs.summary(log);

    assertThat(summary.all().requests().of(Outcome.ATTENTION)).isEqualTo(3000);
    assertThat(summary.servers().counts()).hasSizeLessThanOrEqualTo(1001).containsKey("(more)");
    assertThat(summary.problems().size() + summary.otherDecisions().size()).isEqualTo(2000);
    assertThat(summary.ungrouped()).isEqualTo(1000);
    assertThat(summary.problems()).hasSize(100);
    assertThat(summary.timeline().steps()).hasSizeLessThanOrEqualTo(72);
  }
}
