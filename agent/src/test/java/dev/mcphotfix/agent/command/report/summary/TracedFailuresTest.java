package dev.mcphotfix.agent.command.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.log.Logs;
import dev.mcphotfix.agent.command.log.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a trace tells of failures counts where nothing else in the log does. */
class TracedFailuresTest {

  @Test
  void areProblemsWhereTheAgentDecidesNothing() {
    Summary summary = Logs.summary(failed(new Logs("a"), "0001"));

    assertThat(summary.needsAttention()).isTrue();
    assertThat(Conclusion.of(summary)).isEqualTo("1 JVM needs attention: 1 not healed.");
    assertThat(summary.problems())
        .singleElement()
        .satisfies(
            kind ->
                assertThat(kind.title()).isEqualTo("not healed: a traced conversation has failed"))
        .satisfies(kind -> assertThat(kind.group().server()).isEqualTo("example-server"))
        .satisfies(kind -> assertThat(Remedy.of(kind.group())).contains("`trace`"));
  }

  @Test
  void areNoneWhereTheClientIsAcceptedAgain() {
    Logs log = new Logs("a").entry("INFO", "trace", "conversation=c-2", "step=request-accepted");

    assertThat(Logs.summary(log).needsAttention()).isFalse();
  }

  @Test
  void areCountedOnceWithTheRefusalOfTheirRequest() {
    Logs log = new Logs("a").added("0001").answered("0001", 400);

    Summary summary = Logs.summary(failed(log, "0001"));

    assertThat(summary.all().requests().of(Outcome.REFUSED)).isOne();
    assertThat(summary.all().requests().total()).isOne();
  }

  @Test
  void areCountedOnceThoughOnlyTheRefusalWasWorthALine() {
    Logs log = new Logs("a").answered("0001", 400).after(Duration.ofMinutes(-1));

    Summary summary = Logs.summary(failed(log, "0001"));

    assertThat(summary.all().requests().of(Outcome.REFUSED)).isOne();
    assertThat(summary.all().requests().total()).isOne();
  }

  @Test
  void areWhatModeObserveWouldHeal() {
    Logs log = new Logs("a").entry("INFO", "would add client_id", "reason=added", "request=0001");

    Summary summary = Logs.summary(failed(log.answered("0001", 400), "0001"));

    assertThat(summary.needsAttention()).isFalse();
    assertThat(summary.all().requests().of(Outcome.OBSERVED)).isOne();
  }

  @Test
  void countThoughTheirRequestNeededNoId() {
    Logs log = new Logs("a").entry("DEBUG", "left alone", "reason=http-basic", "request=0001");

    assertThat(Logs.summary(failed(log, "0001")).needsAttention()).isTrue();
  }

  @Test
  void countThoughAnotherRequestWasHealed() {
    Logs log = failed(new Logs("a").added("0001").answered("0001", 200), "0002");
    log.entry("WARN", "diagnosis", "cause=missing-scope", "server=example-server");

    Summary summary = Logs.summary(log);

    assertThat(summary.all().requests().of(Outcome.HEALED)).isOne();
    assertThat(summary.all().requests().of(Outcome.ATTENTION)).isEqualTo(2);
  }

  @Test
  void areHistoryOnceTheNextStartHasHealed() {
    Logs before = failed(new Logs("a", "1"), "0001");
    Logs after = new Logs("a", "2").after(Duration.ofHours(1)).added("0001").answered("0001", 200);

    Summary summary = Logs.summary(before, after);

    assertThat(summary.needsAttention()).isFalse();
    assertThat(Conclusion.remarks(summary)).contains("Before the latest start", "1 not healed");
  }

  private static Logs failed(Logs log, String request) {
    return log.entry(
        "WARN",
        "diagnosis",
        "conversation=c-1",
        "server=example-server",
        "request=" + request,
        "cause=no-client-id");
  }
}
