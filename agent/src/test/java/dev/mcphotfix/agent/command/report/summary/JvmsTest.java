package dev.mcphotfix.agent.command.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.log.Logs;
import dev.mcphotfix.agent.command.log.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which lines are of one JVM, and what is said of it. */
class JvmsTest {

  @Test
  void pairsARequestWithItsAnswerByWhatTheLineSaysNotByTheNameThatIsShown() {
    String name = "h".repeat(200);

    Summary summary =
        Logs.summary(
            new Logs(name + "a").added("0001").after(Duration.ofHours(1)).started(),
            new Logs(name + "b").after(Duration.ofMinutes(1)).answered("0001", 200));

    assertThat(summary.all().requests().of(Outcome.UNANSWERED)).isOne();
    assertThat(summary.jvms().shown()).hasSize(2);
  }

  @Test
  void showsTheUnhealthyFirstAndCountsTheOthersToo() {
    List<Logs> logs = new ArrayList<>();
    for (int i = 1000; i < 2500; i++) {
      logs.add(new Logs("h" + i).added("0001").answered("0001", i < 2490 ? 200 : 400));
    }

    Summary summary = Logs.summary(logs.toArray(Logs[]::new));

    Map<String, Jvm> shown = summary.jvms().shown();
    assertThat(summary.jvms().size()).isEqualTo(1500);
    assertThat(summary.jvms().needingAttention()).isEqualTo(10);
    assertThat(shown).hasSize(1001);
    assertThat(shown.keySet()).startsWith("h2490 1").endsWith("(more)");
    assertThat(shown.values().stream().mapToLong(jvm -> jvm.all().requests().total()).sum())
        .isEqualTo(1500);
    assertThat(summary.problems()).hasSize(1);
    assertThat(summary.problems().get(0).jvms()).hasSize(10).startsWith("h2490 1");
  }

  @Test
  void takesTwoJvmsOfOneHostAndPidForTwo() {
    Logs refused = new Logs("a", "one").started().added("0001").answered("0001", 400).added("0002");
    Logs healed = new Logs("a", "two").after(Duration.ofMinutes(1)).started();
    healed.added("0001").answered("0001", 200);

    Summary summary = Logs.summary(refused, healed);

    assertThat(summary.jvms().shown().keySet()).containsExactly("a 1", "a 1 #2");
    assertThat(summary.jvms().shown().values())
        .extracting(Jvm::verdict)
        .containsExactly("refused", "healed");
    assertThat(Conclusion.of(summary)).isEqualTo("1 of 2 JVMs needs attention: 1 refused.");
  }

  @Test
  void takesAStartThatComesAfterAnEndForTheSameJvm() {
    Logs first = new Logs("a", "one").started().added("0001").answered("0001", 200);
    Logs second = new Logs("a", "two").after(Duration.ofDays(1)).started();
    second.added("0001").answered("0001", 200);

    Summary summary = Logs.summary(second, first);

    assertThat(summary.jvms().shown()).containsOnlyKeys("a 1");
    assertThat(summary.jvms().shown().get("a 1"))
        .extracting(Jvm::starts, Jvm::instance, Jvm::verdict)
        .containsExactly(2, "two", "healed");
  }

  @Test
  void callsAJvmHealedThatWasRefusedYesterdayAndShowsItsHistory() {
    Summary summary = Logs.summary(life("one", 0, 400), life("two", 1, 200));

    assertThat(summary.needsAttention()).isFalse();
    assertThat(verdict(summary)).isEqualTo("healed; before its latest start: 1 refused");
    assertThat(summary.all().requests().of(Outcome.REFUSED)).isOne();
    assertThat(summary.problems()).isEmpty();
    assertThat(summary.otherDecisions()).filteredOn(Kind::before).hasSize(1);
    assertThat(Conclusion.of(summary))
        .isEqualTo(
            "All is well: 1 refresh healed, no problems."
                + " Before the latest start of their JVM: 1 refused.");
  }

  @Test
  void callsAJvmRefusedThatWasHealedYesterday() {
    Summary summary = Logs.summary(life("one", 0, 200), life("two", 1, 400));

    assertThat(summary.needsAttention()).isTrue();
    assertThat(verdict(summary)).isEqualTo("refused");
    assertThat(Conclusion.of(summary)).isEqualTo("1 JVM needs attention: 1 refused.");
  }

  @Test
  void takesAStartAloneForNoProof() {
    Logs again = new Logs("a", "two").after(Duration.ofDays(1)).started();

    Summary summary = Logs.summary(life("one", 0, 400), again);

    assertThat(verdict(summary)).isEqualTo("refused");
    assertThat(summary.jvms().shown().get("a 1").starts()).isEqualTo(2);
  }

  @Test
  void keepsTheRefusalOfAnotherHostWhateverComesAfterIt() {
    Logs other = new Logs("b", "two").after(Duration.ofDays(1)).started();
    other.added("0001").answered("0001", 200);

    Summary summary = Logs.summary(life("one", 0, 400), other);

    assertThat(Conclusion.of(summary)).isEqualTo("1 of 2 JVMs needs attention: 1 refused.");
  }

  @Test
  void tellsTheLivesOfAnOlderLogApartByTheirStarts() {
    Logs log = new Logs("a").started().added("0001").answered("0001", 400).added("0002");
    log.after(Duration.ofDays(1)).started().added("0001").added("0002").answered("0002", 200);
    log.answered("0001", 200).older();

    Summary summary = Logs.summary(log);

    assertThat(verdict(summary)).isEqualTo("healed; before its latest start: 1 refused");
    assertThat(summary.jvms().shown().get("a 1").starts()).isEqualTo(2);
    assertThat(summary.all().requests().of(Outcome.HEALED)).isEqualTo(2);
    assertThat(summary.all().requests().of(Outcome.OPEN)).isOne();
  }

  @Test
  void wantsALookWhereNoAnswerIsSeenThoughTheLogGoesOn() {
    Summary summary = Logs.summary(new Logs("a").added("0001").started().started());

    assertThat(summary.needsAttention()).isTrue();
    assertThat(verdict(summary)).isEqualTo("unanswered");
    assertThat(summary.problems()).hasSize(1);
    assertThat(Conclusion.of(summary)).isEqualTo("1 JVM needs attention: 1 unanswered.");
  }

  @Test
  void leavesAloneWhatWasInFlightWhenTheLogEnds() {
    Summary summary = Logs.summary(new Logs("a").added("0001").answered("0001", 200).added("0002"));

    assertThat(summary.all().requests().of(Outcome.OPEN)).isOne();
    assertThat(verdict(summary)).isEqualTo("healed");
    assertThat(summary.needsAttention()).isFalse();
  }

  @Test
  void takesNoMoreThanAFewRequestsForInFlight() {
    Logs log = new Logs("a");
    for (int i = 0; i < 9; i++) {
      log.at(Logs.START.plusSeconds(i)).added("000" + i);
    }

    Summary summary = Logs.summary(log);

    assertThat(summary.all().requests().of(Outcome.OPEN)).isEqualTo(5);
    assertThat(summary.all().requests().of(Outcome.UNANSWERED)).isEqualTo(4);
  }

  @Test
  void findsAnAnswerThatIsReadBeforeItsDecision() {
    String[] lines = new Logs("a").added("0001").answered("0001", 200).text().split("\n", -1);

    Summary summary = Logs.summary(new Logs("a").line(lines[1]), new Logs("a").line(lines[0]));

    assertThat(summary.all().requests().of(Outcome.HEALED)).isOne();
  }

  @Test
  void findsTheAnswersInALogThatIsLongerThanWhatItKeeps() {
    Logs log = new Logs("a");
    for (int i = 0; i < 25_000; i++) {
      log.added(Integer.toString(i)).answered(Integer.toString(i), 200);
    }

    Summary summary = Logs.summary(log);

    assertThat(summary.all().requests().of(Outcome.HEALED)).isEqualTo(25_000);
    assertThat(summary.all().requests().total()).isEqualTo(25_000);
  }

  @Test
  void callsARequestRefusedThatItsServerRefusedWithAStatusOf200() {
    Logs log = new Logs("a").added("0001");
    log.entry("WARN", "token response", "status=200", "error=bad_verification", "request=0001");

    Summary summary = Logs.summary(log);

    assertThat(verdict(summary)).isEqualTo("refused");
  }

  @Test
  void wantsALookAtARefusalWhoseDecisionIsNotInTheLog() {
    Logs log = new Logs("a").added("0001").answered("0001", 200).answered("0002", 400);

    Summary summary = Logs.summary(log);

    assertThat(verdict(summary)).isEqualTo("refused");
    assertThat(summary.all().requests().of(Outcome.REFUSED)).isOne();
  }

  @Test
  void leavesARefusalAloneThatTheLogDoesNotWarnOf() {
    Logs log = new Logs("a").entry("DEBUG", "token response", "status=400", "request=0001");

    Summary summary = Logs.summary(log);

    assertThat(summary.needsAttention()).isFalse();
    assertThat(summary.all().requests().total()).isZero();
  }

  @Test
  void callsARequestRefusedThatWasLeftAloneWhereTheLogWarnsOfTheRefusal() {
    Logs log = new Logs("a");
    log.entry("DEBUG", "left alone", "reason=http-basic", "request=0001").answered("0001", 401);

    Summary summary = Logs.summary(log);

    assertThat(verdict(summary)).isEqualTo("refused");
    assertThat(summary.reasons().counts()).containsOnlyKeys("http-basic");
  }

  @Test
  void expectsARefusalWhereTheAgentOnlyObserves() {
    Logs log = new Logs("a");
    log.entry("INFO", "would add client_id", "reason=added", "request=0001").answered("0001", 400);

    Summary summary = Logs.summary(log);

    assertThat(verdict(summary)).isEqualTo("would be healed");
    assertThat(summary.needsAttention()).isFalse();
  }

  @Test
  void waitsForThePersonThatADeviceFlowWaitsFor() {
    Logs log = new Logs("a");
    String grant = "grant=urn:ietf:params:oauth:grant-type:device_code";
    log.entry("INFO", "added client_id", "reason=added", grant, "request=0001");
    log.entry("INFO", "added client_id", "reason=added", grant, "request=0002");
    log.answered("0002", 200);

    Summary summary = Logs.summary(log);

    assertThat(verdict(summary)).isEqualTo("healed");
    assertThat(summary.all().requests().of(Outcome.OPEN)).isOne();
    assertThat(summary.needsAttention()).isFalse();
  }

  @Test
  void seesThatADeviceFlowIsRefused() {
    Logs log = new Logs("a");
    String grant = "grant=urn:ietf:params:oauth:grant-type:device_code";
    log.entry("INFO", "added client_id", "reason=added", grant, "request=0001");
    log.answered("0001", 401);

    assertThat(verdict(Logs.summary(log))).isEqualTo("refused");
  }

  private static Logs life(String start, int day, int status) {
    Logs life = new Logs("a", start).after(Duration.ofDays(day)).started();
    return life.added("0001").answered("0001", status);
  }

  private static String verdict(Summary summary) {
    return summary.jvms().shown().get("a 1").verdict();
  }
}
