package dev.mcphotfix.agent.command.attach.heal;

import dev.mcphotfix.agent.command.attach.agent.AgentAnswer;
import dev.mcphotfix.agent.command.attach.agent.AgentLine;
import dev.mcphotfix.agent.command.attach.agent.AgentStatus;
import dev.mcphotfix.agent.command.attach.agent.TargetException;
import dev.mcphotfix.agent.command.terminal.Finding;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Waits for what the agent in a running client is to see. It is asked once for many seconds: each
 * time that it is spoken to, a JVM from 21 on may warn on its stderr.
 */
record RefreshWatch(AgentLine line, int seconds) {

  /** In seconds, for which the agent renews its answer each second. */
  private static final int LEASE = 120;

  /** How the agent is now. */
  AgentStatus now() throws TargetException {
    return status(line.send("command=status"));
  }

  /** The first status that is so; null where none was in time. */
  @Nullable AgentStatus await(Predicate<AgentStatus> wanted)
      throws TargetException, InterruptedException {
    for (int i = 0; i < seconds; i++) {
      boolean renews = i % (LEASE - 20) == 0;
      AgentAnswer answer = renews ? line.send("command=status,for=" + LEASE) : line.last();
      AgentStatus status = status(answer);
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
