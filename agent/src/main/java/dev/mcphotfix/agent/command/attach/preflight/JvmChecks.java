package dev.mcphotfix.agent.command.attach.preflight;

import dev.mcphotfix.agent.command.attach.jvm.ProcessStatus;
import dev.mcphotfix.agent.command.attach.jvm.RunningJvm;
import dev.mcphotfix.agent.command.attach.jvm.RuntimeImage;
import dev.mcphotfix.agent.command.terminal.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a JVM lets somebody in, and an agent. */
final class JvmChecks {

  private static final int OLDEST = 17;
  private static final int WARNS = 21;
  private static final String RESTART =
      "it cannot be changed while it runs; give the agent at its next start instead, with"
          + " -javaagent";

  private JvmChecks() {}

  /**
   * Whether it lets anybody attach. One that does not would take the signal for a wish to see its
   * threads on its standard output, or would be ended by it.
   *
   * @param status null where this system does not tell
   * @param listening whether somebody has attached before
   */
  static Finding attach(RunningJvm jvm, @Nullable ProcessStatus status, boolean listening) {
    if (Boolean.TRUE.equals(jvm.options().flag("DisableAttachMechanism"))) {
      return Finding.problem(
          jvm.pid() + " was started with -XX:+DisableAttachMechanism and lets nobody attach",
          RESTART);
    }
    if (status != null && !status.catchesQuit() && !listening) {
      return Finding.problem(
          jvm.pid() + " does not listen yet; it may have only just begun",
          "wait a moment and try again");
    }
    return Finding.ok("it lets its user attach");
  }

  /** Whether it would take an agent, this one for the first time. */
  static List<Finding> agent(RunningJvm jvm, @Nullable RuntimeImage image) {
    List<Finding> checks = new ArrayList<>();
    int feature = jvm.feature();
    if (feature != 0 && feature < OLDEST) {
      checks.add(
          Finding.problem(
              "the agent needs Java 17 or later, and that is Java " + jvm.javaVersion(),
              "run the client with a newer Java"));
      return checks;
    }
    checks.add(loading(jvm));
    if (image != null) {
      checks.add(instrument(image, jvm));
    }
    if (feature >= WARNS && jvm.options().flag("EnableDynamicAgentLoading") == null) {
      checks.add(
          Finding.note(
              ("Java " + feature + " will warn on the stderr of that JVM that an agent was loaded")
                  + " (JEP 451); that is to be expected"));
    }
    return checks;
  }

  private static Finding loading(RunningJvm jvm) {
    return Boolean.FALSE.equals(jvm.options().flag("EnableDynamicAgentLoading"))
        ? Finding.problem(
            jvm.pid() + " was started with -XX:-EnableDynamicAgentLoading and takes no agent",
            RESTART)
        : Finding.ok("it takes agents");
  }

  private static Finding instrument(RuntimeImage image, RunningJvm jvm) {
    return image.hasInstrument()
        ? Finding.ok("its Java has the module java.instrument")
        : Finding.problem(
            ("its Java in " + jvm.home())
                + " was made without the module java.instrument, which every Java agent needs",
            "let jlink add it, --add-modules java.instrument, or run the client with a whole Java");
  }
}
