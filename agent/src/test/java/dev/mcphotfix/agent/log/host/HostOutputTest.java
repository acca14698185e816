package dev.mcphotfix.agent.log.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Line;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HostOutputTest {

  private static final Line LINE =
      Line.of(Entry.of(Severity.INFO, Action.ADDED), HostOutput.FORMAT);
  private static final String WARNING = "mcp-hotfix WARN  the host has no logging that runs";

  private final FakeLogger logger = new FakeLogger();
  private final List<String> stderr = new ArrayList<>();
  private @Nullable HostLogger found;
  private long now = 5;
  private final HostOutput output =
      new HostOutput(last -> found, line -> stderr.add(line.text()), () -> now, false);

  @Test
  void waitsForTheLoggingOfTheHost() {
    boolean early = output.offer(LINE, false);
    found = logger;
    boolean later = output.offer(LINE, false);

    assertThat(early).isFalse();
    assertThat(later).isTrue();
    assertThat(logger.lines).containsExactly("INFO added client_id");
    assertThat(stderr).isEmpty();
  }

  @Test
  void goesToStderrAfterThirtySecondsAndStaysThere() {
    output.offer(LINE, false);
    now += HostOutput.LIMIT - 1;
    boolean early = output.offer(LINE, false);
    now++;
    boolean late = output.offer(LINE, false);
    found = logger;
    output.offer(LINE, false);

    assertThat(early).isFalse();
    assertThat(late).isTrue();
    assertThat(stderr).hasSize(3);
    assertThat(stderr.get(0)).startsWith(WARNING);
    assertThat(stderr.subList(1, 3)).containsOnly("mcp-hotfix INFO  added client_id");
    assertThat(logger.lines).isEmpty();
  }

  @Test
  void goesToStderrWhereTooManyWait() {
    boolean delivered = output.offer(LINE, true);

    assertThat(delivered).isTrue();
    assertThat(stderr.get(0)).startsWith(WARNING);
  }

  @Test
  void waitsWhileTheLoggingOfTheHostIsClosed() {
    found = logger;
    logger.open = false;
    boolean closed = output.offer(LINE, false);
    logger.open = true;
    boolean open = output.offer(LINE, false);

    assertThat(closed).isFalse();
    assertThat(open).isTrue();
    assertThat(logger.lines).hasSize(1);
  }

  @Test
  void obeysALoggerThatStaysOff() {
    found = logger;
    logger.open = false;
    output.offer(LINE, false);
    now += HostOutput.LIMIT;
    boolean late = output.offer(LINE, false);

    assertThat(late).isTrue();
    assertThat(stderr).isEmpty();
  }

  @Test
  void goesToStderrWhereTheLoggingOfTheHostFails() {
    found = logger;
    logger.failure = new LinkageError("rt-secret");
    output.offer(LINE, false);
    logger.failure = null;
    output.offer(LINE, false);

    assertThat(stderr)
        .containsExactly(
            "mcp-hotfix WARN  the log of the host fails, using stderr: java.lang.LinkageError",
            "mcp-hotfix INFO  added client_id",
            "mcp-hotfix INFO  added client_id");
  }

  @Test
  void handsTheLastLineToTheHost() {
    found = logger;
    output.writeLast(LINE);

    assertThat(logger.lines).hasSize(1);
    assertThat(stderr).isEmpty();
  }

  @Test
  void printsTheLastLineWhereTheHostHasClosedItsLogging() {
    found = logger;
    output.offer(LINE, false);
    logger.open = false;
    output.writeLast(LINE);

    assertThat(stderr).hasSize(1);
    assertThat(logger.lines).hasSize(1);
  }

  @Test
  void printsTheLastLineAsWellWhereTheHostClosesItsLoggingMeanwhile() {
    found = logger;
    output.offer(LINE, false);
    logger.before = () -> logger.open = false;
    output.writeLast(LINE);

    assertThat(stderr).hasSize(1);
  }

  @Test
  void printsTheLastLinesWhereThereIsNoLogging() {
    output.writeLast(LINE);
    output.writeLast(LINE);

    assertThat(stderr).hasSize(3);
    assertThat(stderr.get(0)).startsWith(WARNING);
  }

  @Test
  void printsWhatIsWrittenAfterItsEnd() {
    found = logger;
    output.close();
    output.writeLast(LINE);

    assertThat(stderr).containsExactly("mcp-hotfix INFO  added client_id");
    assertThat(logger.lines).isEmpty();
  }

  @Test
  void saysWhichLoggerItIsWhereDetailsAreAskedFor() {
    HostOutput telling =
        new HostOutput(last -> logger, line -> stderr.add(line.text()), () -> now, true);
    telling.offer(LINE, false);

    assertThat(logger.lines)
        .containsExactly("DEBUG log of the host  logger=fake", "INFO added client_id");
  }

  @Test
  void handsOverNothingThatAnOldLog4jWouldCarryOut() {
    Line line =
        Line.of(
            Entry.of(Severity.WARN, Notice.TOKEN_RESPONSE).with("error", "${jndi:ldap://x}"),
            HostOutput.FORMAT);

    assertThat(HostOutput.message(line)).doesNotContain("${").contains("$?{jndi:ldap://x}");
    assertThat(line.text()).contains("${jndi");
  }
}
