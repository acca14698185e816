package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.agent.AgentAnswer;
import dev.mcphotfix.agent.command.attach.agent.AgentLine;
import dev.mcphotfix.agent.command.attach.agent.AgentStatus;
import dev.mcphotfix.agent.command.attach.agent.TargetException;
import dev.mcphotfix.agent.command.attach.jvm.RunningJvm;
import dev.mcphotfix.agent.command.attach.preflight.Preflight;
import dev.mcphotfix.agent.command.configuration.AgentFlag;
import dev.mcphotfix.agent.command.terminal.Untrusted;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether the agent is in a JVM, and in which mode: a word for a column. */
public final class AgentMode {

  /** No agent. */
  public static final String NONE = "no";

  /** It is in, and its mode is not known without asking it. */
  public static final String IN = "yes";

  /** The JVM may have it, and cannot be asked. */
  public static final String UNKNOWN = "?";

  private AgentMode() {}

  /** Only a JVM that may have the agent is asked, and only one that lets somebody attach. */
  public static String of(RunningJvm jvm, Duration limit) {
    if (!jvm.mayHaveAgent()) {
      return NONE;
    }
    if (!Preflight.of(jvm.pid()).isPassed()) {
      return said(jvm, UNKNOWN);
    }
    try (AgentLine line = AgentLine.open(jvm.pid(), AgentFlag.ownJar(), limit)) {
      return told(jvm, line.last());
    } catch (TargetException refused) {
      return said(jvm, UNKNOWN);
    }
  }

  static String told(RunningJvm jvm, @Nullable AgentAnswer answer) {
    if (answer == null) {
      return said(jvm, NONE);
    }
    if (!answer.isInstalled()) {
      return NONE;
    }
    AgentStatus status = answer.status();
    String mode = status == null ? null : status.mode();
    return mode == null ? IN : Untrusted.name(mode);
  }

  /** What the JVM's own options say, or else that word. */
  private static String said(RunningJvm jvm, String otherwise) {
    String options = jvm.options().agent();
    if (options == null) {
      return otherwise;
    }
    for (String option : options.split(",", -1)) {
      if (option.startsWith("mode=")) {
        return Untrusted.name(option.substring("mode=".length()));
      }
    }
    return IN;
  }
}
