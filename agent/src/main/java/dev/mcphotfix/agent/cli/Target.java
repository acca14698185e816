package dev.mcphotfix.agent.cli;

import dev.mcphotfix.agent.attach.AgentLine;
import dev.mcphotfix.agent.attach.Answer;
import dev.mcphotfix.agent.attach.Check;
import dev.mcphotfix.agent.attach.Preflight;
import dev.mcphotfix.agent.attach.RunningJvm;
import dev.mcphotfix.agent.attach.TargetException;
import dev.mcphotfix.agent.attach.TargetJvm;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A running JVM with the agent in it, for the commands that speak to that agent. */
final class Target implements AutoCloseable {

  static final Duration LIMIT = Duration.ofSeconds(30);

  private final RunningJvm jvm;
  private final TargetJvm target;
  private final AgentLine line;

  private Target(RunningJvm jvm, TargetJvm target, String jar) {
    this.jvm = jvm;
    this.target = target;
    this.line = new AgentLine(target, jar);
  }

  /**
   * Opens it after a preflight, and only if the agent is in: to ask would put the jar in.
   *
   * @throws UnusableInputException saying what is in the way and what to do
   */
  static Target open(long pid) {
    return open(pid, OwnJar.path());
  }

  /** The same with another jar of the agent's. */
  static Target open(long pid, String jar) {
    Preflight preflight = Preflight.of(pid);
    for (Check check : preflight.checks()) {
      if (check.kind() == Check.Kind.PROBLEM) {
        throw new UnusableInputException(check.text() + "\n-> " + check.advice());
      }
    }
    RunningJvm jvm = preflight.jvm();
    if (jvm == null) {
      throw new UnusableInputException(pid + " cannot be looked at");
    }
    try {
      return open(jvm, TargetJvm.open(pid, LIMIT), jar);
    } catch (TargetException e) {
      throw unusable(e);
    }
  }

  private static Target open(RunningJvm jvm, TargetJvm line, String jar) throws TargetException {
    Target target = new Target(jvm, line, jar);
    Answer last = target.last();
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
  Answer send(String command) throws TargetException {
    return line.send(command);
  }

  /** What the agent said last. */
  @Nullable Answer last() throws TargetException {
    return line.last();
  }

  @Override
  public void close() {
    target.close();
  }

  static UnusableInputException unusable(TargetException failure) {
    return new UnusableInputException(failure.getMessage() + "\n-> " + failure.advice());
  }
}
