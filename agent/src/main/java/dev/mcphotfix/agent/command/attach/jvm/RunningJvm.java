package dev.mcphotfix.agent.command.attach.jvm;

import dev.mcphotfix.agent.command.terminal.Untrusted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JVM that runs. All text of it is fit for a terminal, but for its options, which are not shown.
 *
 * @param user its name, or its number where it has none
 * @param program its main class or the name of its jar; never its arguments
 * @param javaVersion null where it does not say
 * @param home the folder of its Java, as it sees it; null where it does not say
 * @param options what it was started with, also by variables
 * @param evidence why it looks like an MCP client; empty where it does not
 * @param agentJar whether it holds a jar of this agent's open, or does not tell
 */
public record RunningJvm(
    long pid,
    String user,
    String program,
    @Nullable String javaVersion,
    @Nullable String home,
    JvmOptions options,
    List<String> evidence,
    boolean agentJar) {

  /** The user of a process; its number, or a question mark, where there is no name. */
  public static String user(long pid, @Nullable ProcessStatus status) {
    String number = status == null ? "?" : Integer.toString(status.user());
    return Untrusted.name(
        ProcessHandle.of(pid).flatMap(process -> process.info().user()).orElse(number));
  }

  /** The feature release, 17 for 17.0.2 and 8 for 1.8; 0 where it is not known. */
  public int feature() {
    if (javaVersion == null) {
      return 0;
    }
    String[] parts = javaVersion.split("[^0-9]+", -1);
    try {
      int first = Integer.parseInt(parts[0]);
      return first == 1 && parts.length > 1 ? Integer.parseInt(parts[1]) : first;
    } catch (NumberFormatException strange) {
      return 0;
    }
  }

  /** Whether the agent may be in, so that it is worth the while to ask the JVM itself. */
  public boolean mayHaveAgent() {
    return agentJar || options.agent() != null;
  }
}
