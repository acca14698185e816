package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.agent.AgentAnswer;
import dev.mcphotfix.agent.command.attach.agent.AgentLine;
import dev.mcphotfix.agent.command.attach.agent.TargetException;
import dev.mcphotfix.agent.command.attach.jvm.RunningJvm;
import dev.mcphotfix.agent.command.attach.preflight.Preflight;
import dev.mcphotfix.agent.command.configuration.AgentFlag;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.time.Duration;

/** A running JVM with the agent in it, for the commands that speak to that agent. */
record AgentConnection(RunningJvm jvm, AgentLine line) implements AutoCloseable {

  static final Duration LIMIT = Duration.ofSeconds(30);

  /**
   * Opens it after a preflight, and only if the agent is in: to ask would put the jar in.
   *
   * @throws TargetException saying what is in the way
   * @throws UnusableInputException where it is not in
   */
  static AgentConnection open(long pid) throws TargetException {
    return open(pid, AgentFlag.ownJar());
  }

  /** The same with another jar of the agent's. */
  static AgentConnection open(long pid, String jar) throws TargetException {
    Preflight preflight = Preflight.of(pid);
    Finding problem = preflight.problem();
    if (problem != null) {
      throw new TargetException(problem);
    }
    RunningJvm jvm = preflight.jvm();
    if (jvm == null) {
      throw new UnusableInputException(pid + " cannot be looked at");
    }
    AgentLine line = AgentLine.open(pid, jar, LIMIT);
    AgentAnswer last = line.last();
    if (last == null ? jvm.options().agent() == null : !last.isInstalled()) {
      line.close();
      throw new UnusableInputException(
          "the agent is not in " + pid + "; put it in with attach " + pid);
    }
    return new AgentConnection(jvm, line);
  }

  @Override
  public void close() {
    line.close();
  }
}
