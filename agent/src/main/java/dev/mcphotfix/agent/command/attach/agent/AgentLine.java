package dev.mcphotfix.agent.command.attach.agent;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Speaks to the agent in another JVM: loads the jar with a command and reads the answer. */
public final class AgentLine {

  /** What a JVM before 24 takes at most for one argument, of which the jar is a part. */
  private static final int LONGEST = 1024;

  private final TargetJvm target;
  private final String jar;

  public AgentLine(TargetJvm target, String jar) {
    this.target = target;
    this.jar = jar;
  }

  /** Whether a JVM takes so long a text in one piece. */
  static boolean fits(String jar, String options) {
    return (jar + '=' + options).getBytes(StandardCharsets.UTF_8).length + 30 < LONGEST;
  }

  /** What the agent said last; null where none is in or it was never asked. Loads nothing. */
  public @Nullable AgentAnswer last() throws TargetException {
    return AgentAnswer.parse(target.property(AgentAnswer.PROPERTY));
  }

  /**
   * Loads the agent's jar with these options or this command.
   *
   * @throws TargetException where there is no answer
   */
  public AgentAnswer send(String options) throws TargetException {
    if (!fits(jar, options)) {
      throw new TargetException(
          "the options are too long for a running JVM, which takes about a thousand characters",
          "write them into a file and give --config FILE");
    }
    String request = Long.toHexString(ThreadLocalRandom.current().nextLong() >>> 32);
    target.load(jar, options.isEmpty() ? "request=" + request : options + ",request=" + request);
    AgentAnswer answer = last();
    if (answer == null || !request.equals(answer.request())) {
      throw new TargetException(
          "the agent in " + target.pid() + " did not answer",
          "see the stderr of that JVM; an agent of another version may be in it");
    }
    return answer;
  }
}
