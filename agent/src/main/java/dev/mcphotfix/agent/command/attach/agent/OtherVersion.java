package dev.mcphotfix.agent.command.attach.agent;

import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.launch.CommandLineLaunch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells that another version of the agent answers than that of this jar. A JVM keeps the classes of
 * the first jar of the agent's that it got, also where that is detached and another one is loaded.
 */
public final class OtherVersion {

  private OtherVersion() {}

  /** Null where it is the same version, or one of the two is not known. */
  public static @Nullable Finding of(@Nullable AgentStatus status) {
    return of(
        status == null ? null : status.version(),
        CommandLineLaunch.class.getPackage().getImplementationVersion());
  }

  static @Nullable Finding of(@Nullable String there, @Nullable String here) {
    return there == null || here == null || there.equals(here)
        ? null
        : Finding.note(
            "version "
                + there
                + " of the agent answers, which that JVM got first; this jar's is "
                + here,
            "restart that JVM with this jar for " + here + "; detach does not unload the other");
  }

  /** The same for where no other findings are: a line, or none. */
  public static List<String> lines(@Nullable AgentStatus status) {
    Finding finding = of(status);
    return finding == null ? List.of() : List.of(finding.text() + "; " + finding.advice());
  }
}
