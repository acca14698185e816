package dev.mcphotfix.agent.log.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DeliveryTest {

  private static final Line LINE = Line.of(Entry.of(Severity.INFO, Action.ADDED));
  private static final String WARNING = "mcp-hotfix WARN  the host has no logging that runs";

  private final FakeLogger logger = new FakeLogger();
  private final List<String> stderr = new ArrayList<>();
  private @Nullable HostLogger found;
  private long now = 5;
  private final Delivery delivery = new Delivery(last -> found, stderr::add, () -> now, false);

  @Test
  void waitsForTheLoggingOfTheHost() {
    boolean early = delivery.deliver(LINE, false);
    found = logger;
    boolean later = delivery.deliver(LINE, false);

    assertThat(early).isFalse();
    assertThat(later).isTrue();
    assertThat(logger.lines).containsExactly("INFO added client_id");
    assertThat(stderr).isEmpty();
  }

  @Test
  void goesToStderrAfterThirtySecondsAndStaysThere() {
    delivery.deliver(LINE, false);
    now += Delivery.LIMIT - 1;
    boolean early = delivery.deliver(LINE, false);
    now++;
    boolean late = delivery.deliver(LINE, false);
    found = logger;
    delivery.deliver(LINE, false);

    assertThat(early).isFalse();
    assertThat(late).isTrue();
    assertThat(stderr).hasSize(3);
    assertThat(stderr.get(0)).startsWith(WARNING);
    assertThat(stderr.subList(1, 3)).containsOnly("mcp-hotfix INFO  added client_id");
    assertThat(logger.lines).isEmpty();
  }

  @Test
  void goesToStderrWhereTooManyWait() {
    boolean delivered = delivery.deliver(LINE, true);

    assertThat(delivered).isTrue();
    assertThat(stderr.get(0)).startsWith(WARNING);
  }

  @Test
  void waitsWhileTheLoggingOfTheHostIsClosed() {
    found = logger;
    logger.open = false;
    boolean closed = delivery.deliver(LINE, false);
    logger.open = true;
    boolean open = delivery.deliver(LINE, false);

    assertThat(closed).isFalse();
    assertThat(open).isTrue();
    assertThat(logger.lines).hasSize(1);
  }

  @Test
  void obeysALoggerThatStaysOff() {
    found = logger;
    logger.open = false;
    delivery.deliver(LINE, false);
    now += Delivery.LIMIT;
    boolean late = delivery.deliver(LINE, false);

    assertThat(late).isTrue();
    assertThat(stderr).isEmpty();
  }

  @Test
  void goesToStderrWhereTheLoggingOfTheHostFails() {
    found = logger;
    logger.failure = new LinkageError("rt-secret");
    delivery.deliver(LINE, false);
    logger.failure = null;
    delivery.deliver(LINE, false);

    assertThat(stderr)
        .containsExactly(
            "mcp-hotfix WARN  the log of the host fails, using stderr: java.lang.LinkageError",
            "mcp-hotfix INFO  added client_id",
            "mcp-hotfix INFO  added client_id");
  }

  @Test
  void handsTheLastLineToTheHost() {
    found = logger;
    delivery.deliverLast(LINE);

    assertThat(logger.lines).hasSize(1);
    assertThat(stderr).isEmpty();
  }

  @Test
  void printsTheLastLineWhereTheHostHasClosedItsLogging() {
    found = logger;
    delivery.deliver(LINE, false);
    logger.open = false;
    delivery.deliverLast(LINE);

    assertThat(stderr).hasSize(1);
    assertThat(logger.lines).hasSize(1);
  }

  @Test
  void printsTheLastLineAsWellWhereTheHostClosesItsLoggingMeanwhile() {
    found = logger;
    delivery.deliver(LINE, false);
    logger.before = () -> logger.open = false;
    delivery.deliverLast(LINE);

    assertThat(stderr).hasSize(1);
  }

  @Test
  void printsTheLastLinesWhereThereIsNoLogging() {
    delivery.deliverLast(LINE);
    delivery.deliverLast(LINE);

    assertThat(stderr).hasSize(3);
    assertThat(stderr.get(0)).startsWith(WARNING);
  }

  @Test
  void saysWhichLoggerItIsWhereDetailsAreAskedFor() {
    Delivery telling = new Delivery(last -> logger, stderr::add, () -> now, true);
    telling.deliver(LINE, false);

    assertThat(logger.lines)
        .containsExactly("DEBUG log of the host  logger=fake", "INFO added client_id");
  }

  @Test
  void handsOverNothingThatAnOldLog4jWouldCarryOut() {
    Line line =
        Line.of(Entry.of(Severity.WARN, Notice.TOKEN_RESPONSE).with("error", "${jndi:ldap://x}"));

    assertThat(line.message()).doesNotContain("${").contains("$?{jndi:ldap://x}");
    assertThat(line.text()).contains("${jndi");
  }
}
