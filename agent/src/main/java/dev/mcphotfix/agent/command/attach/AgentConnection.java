package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.agent.AgentAnswer;
import dev.mcphotfix.agent.command.attach.agent.AgentLine;
import dev.mcphotfix.agent.command.attach.agent.TargetException;
import dev.mcphotfix.agent.command.attach.agent.TargetJvm;
import dev.mcphotfix.agent.command.attach.jvm.RunningJvm;
import dev.mcphotfix.agent.command.attach.preflight.Preflight;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A running JVM with the agent in it, for the commands that speak to that agent. */
final class AgentConnection implements AutoCloseable {

  static final Duration LIMIT = Duration.ofSeconds(30);

  private final RunningJvm jvm;
  private final TargetJvm target;
  private final AgentLine line;

  private AgentConnection(RunningJvm jvm, TargetJvm target, String jar) {
    this.jvm = jvm;
    this.target = target;
    this.line = new AgentLine(target, jar);
  }

  /**
   * Opens it after a preflight, and only if the agent is in: to ask would put the jar in.
   *
   * @throws TargetException saying what is in the way
   * @throws UnusableInputException where it is not in
   */
  static AgentConnection open(long pid) throws TargetException {
    return open(pid, OwnJar.path());
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
    return open(jvm, TargetJvm.open(pid, LIMIT), jar);
  }

  private static AgentConnection open(RunningJvm jvm, TargetJvm line, String jar)
      throws TargetException {
    AgentConnection target = new AgentConnection(jvm, line, jar);
    AgentAnswer last = target.last();
    boolean isIn = last == null ? jvm.options().agent() != null : last.isInstalled();
    if (!isIn) {
      target.close();
      throw new UnusableInputException(
          "the agent is not in " + jvm.pid() + "; put it in with attach " + jvm.pid());
    }
    return target;
  }

  RunningJvm jvm() {
    return jvm;
  }

  /** Sends a command and answers what the agent says. */
  AgentAnswer send(String command) throws TargetException {
    return line.send(command);
  }

  /** What the agent said last. */
  @Nullable AgentAnswer last() throws TargetException {
    return line.last();
  }

  @Override
  public void close() {
    target.close();
  }
}
