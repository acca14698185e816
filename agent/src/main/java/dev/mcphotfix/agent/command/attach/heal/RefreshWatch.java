package dev.mcphotfix.agent.command.attach.heal;

import dev.mcphotfix.agent.command.attach.agent.AgentAnswer;
import dev.mcphotfix.agent.command.attach.agent.AgentLine;
import dev.mcphotfix.agent.command.attach.agent.AgentStatus;
import dev.mcphotfix.agent.command.attach.agent.TargetException;
import dev.mcphotfix.agent.command.terminal.Finding;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits for what the agent in a running client is to see. */
record RefreshWatch(AgentLine line, int seconds) {

  /** How the agent is now. */
  AgentStatus now() throws TargetException {
    return status(line.send("command=status"));
  }

  /** The first status that is so; null where none was in time. */
  @Nullable AgentStatus await(Predicate<AgentStatus> wanted)
      throws TargetException, InterruptedException {
    for (int i = 0; i < seconds; i++) {
      AgentStatus status = status(line.look(i));
      if (wanted.test(status)) {
        return status;
      }
      TimeUnit.SECONDS.sleep(1);
    }
    return null;
  }

  private static AgentStatus status(@Nullable AgentAnswer answer) throws TargetException {
    AgentStatus status = answer == null ? null : answer.status();
    if (status == null) {
      throw new TargetException(
          Finding.problem("the agent was taken out meanwhile", "see list, and begin again"));
    }
    return status;
  }
}
