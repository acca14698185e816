package dev.mcphotfix.agent.command.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcphotfix.agent.command.CommandRun;
import dev.mcphotfix.agent.command.attach.agent.AgentAnswer;
import dev.mcphotfix.agent.command.attach.agent.AgentLine;
import dev.mcphotfix.agent.command.attach.agent.StandIn;
import dev.mcphotfix.agent.command.attach.agent.TargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watches an agent in a JVM of its own, which only answers. */
class StatusWatchTest {

  private static final Duration SOON = Duration.ofMillis(10);

  @TempDir private Path folder;

  @Test
  void goesOnUntilTheJvmHasEnded() throws Exception {
    try (StandIn host = withAgent();
        AgentConnection target = AgentConnection.open(host.pid(), host.jar())) {
      List<AgentAnswer> shown = new ArrayList<>();
      StatusWatch watch =
          new StatusWatch(
              target,
              answer -> {
                shown.add(answer);
                if (shown.size() == 3) {
                  host.end();
                }
              },
              SOON);

      assertThat(watch.run()).isEqualTo(host.pid() + " has ended.");
      assertThat(shown).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void endsWhereTheAgentIsTakenOut() throws Exception {
    try (StandIn host = withAgent();
        AgentConnection target = AgentConnection.open(host.pid(), host.jar())) {
      StatusWatch watch = new StatusWatch(target, answer -> send(target, "command=detach"), SOON);

      assertThat(watch.run()).isEqualTo("The agent was taken out of " + host.pid() + ".");
    }
  }

  @Test
  void asksNoJvmWithoutTheAgent() throws Exception {
    try (StandIn host = StandIn.start(folder)) {
      CommandRun run = CommandRun.of("status", Long.toString(host.pid()));

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.errors()).contains("the agent is not in " + host.pid());
    }
  }

  private StandIn withAgent() throws Exception {
    StandIn host = StandIn.start(folder);
    try (AgentLine line = AgentLine.open(host.pid(), host.jar(), Duration.ofSeconds(30))) {
      line.send("");
    }
    return host;
  }

  private static void send(AgentConnection target, String command) {
    try {
      target.line().send(command);
    } catch (TargetException e) {
      throw new AssertionError(e);
    }
  }
}
