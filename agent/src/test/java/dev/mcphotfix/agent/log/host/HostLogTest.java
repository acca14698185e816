package dev.mcphotfix.agent.log.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class HostLogTest {

  private final FakeLogger logger = new FakeLogger();
  private final List<String> stderr = Collections.synchronizedList(new ArrayList<>());
  private final HostLog log = new HostLog(Severity.INFO, stderr::add, last -> logger);

  @Test
  void keepsTheOrder() {
    for (int i = 0; i < 500; i++) {
      log.write(entry(i));
    }
    log.close();

    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      expected.add("INFO configuration    value=" + i);
    }
    assertThat(logger.lines).isEqualTo(expected);
    assertThat(stderr).isEmpty();
  }

  @Test
  void leavesOutWhatMattersLess() {
    log.write(Entry.of(Severity.DEBUG, Action.LEFT_ALONE));
    log.close();

    assertThat(logger.lines).isEmpty();
    assertThat(stderr).isEmpty();
  }

  @Test
  void runsNoCodeOfTheHostOnTheThreadThatWrites() {
    List<Thread> threads = new ArrayList<>();
    logger.before = () -> threads.add(Thread.currentThread());
    log.write(entry(0));
    log.close();

    assertThat(threads).singleElement().isNotSameAs(Thread.currentThread());
    assertThat(threads.get(0).getContextClassLoader()).isNull();
    assertThat(threads.get(0).isAlive()).isFalse();
  }

  @Test
  void neverWaitsForASlowLoggerAndTellsWhatWasLost() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    logger.before =
        () -> {
          reached.countDown();
          awaitOf(release);
        };
    log.write(entry(0));
    reached.await();
    for (int i = 1; i < LineQueue.CAPACITY + 7; i++) {
      log.write(entry(i));
    }
    release.countDown();
    log.close();

    assertThat(logger.lines)
        .contains(
            "INFO configuration    value=0",
            "INFO configuration    value=999",
            "WARN lines of log lost count=7")
        .hasSize(LineQueue.CAPACITY + 1);
  }

  @Test
  void losesNothingToALoggerThatHangs() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    logger.before =
        () -> {
          reached.countDown();
          awaitOf(release);
        };
    log.write(entry(0));
    reached.await();
    log.write(entry(1));
    log.close();
    List<String> printed = List.copyOf(stderr);
    release.countDown();

    assertThat(printed)
        .containsExactly(
            "mcp-hotfix INFO  configuration    value=0",
            "mcp-hotfix INFO  configuration    value=1");
  }

  @Test
  void printsWhatIsWrittenAfterItsEnd() {
    log.close();
    log.write(entry(0));

    assertThat(stderr).containsExactly("mcp-hotfix INFO  configuration    value=0");
    assertThat(logger.lines).isEmpty();
  }

  private static Entry entry(int number) {
    return Entry.of(Severity.INFO, Notice.CONFIGURATION).with("value", Integer.toString(number));
  }

  private static void awaitOf(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
