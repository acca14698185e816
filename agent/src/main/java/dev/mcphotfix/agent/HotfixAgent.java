package dev.mcphotfix.agent;

import dev.mcphotfix.agent.launch.Attachment;
import dev.mcphotfix.agent.launch.Launch;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * The two doors of the agent; one room behind them.
 *
 * <p>Loaded by the system class loader before the host's own main class. Holds no state, names no
 * library, and never throws: an exception out of {@code premain} would abort the host.
 */
public final class HotfixAgent {

  private HotfixAgent() {}

  /** Called by the JVM for {@code -javaagent:JAR=arguments}. */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    Launch.start(arguments, instrumentation);
  }

  /** Called by the JVM when the agent is loaded into a running host, or loaded once more. */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    Attachment.receive(arguments, instrumentation);
  }
}
