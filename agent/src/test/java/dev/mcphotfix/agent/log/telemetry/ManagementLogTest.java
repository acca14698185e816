package dev.mcphotfix.agent.log.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.LogMemory;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ManagementLogTest {

  private static final Entry ADDED =
      Entry.of(Severity.INFO, Action.ADDED).with("reason", "added").with("hook", "jdk");

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final LogMemory memory = new LogMemory();
  private final ManagementLog log = new ManagementLog(memory.over(entry -> {}), "enforce", memory);

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void isThereFromTheFirstDecisionOn() throws Exception {
    log.write(Entry.of(Severity.INFO, Notice.SELF_CHECK_OK));
    assertThat(server.isRegistered(name())).isFalse();

    log.write(ADDED);
    awaitRegistration();

    assertThat(server.getAttribute(name(), "Mode")).isEqualTo("enforce");
    TabularData decisions = (TabularData) server.getAttribute(name(), "Decisions");
    assertThat(decisions.get(new Object[] {"added"}).get("value")).isEqualTo(1L);
  }

  @Test
  void isGoneWhenItIsClosed() throws Exception {
    log.write(ADDED);
    awaitRegistration();

    log.close();

    assertThat(server.isRegistered(name())).isFalse();
  }

  private void awaitRegistration() throws Exception {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("mcp-hotfix-management")) {
        thread.join();
      }
    }
    assertThat(server.isRegistered(name())).isTrue();
  }

  private static ObjectName name() throws Exception {
    return new ObjectName(ManagementLog.NAME);
  }
}
