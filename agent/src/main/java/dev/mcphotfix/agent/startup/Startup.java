package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.bridge.Bridge;
import dev.mcphotfix.agent.config.ConfigurationReader;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.InvalidConfigurationException;
import dev.mcphotfix.agent.config.LogLevel;
import dev.mcphotfix.agent.config.Mode;
import dev.mcphotfix.agent.hook.HookDispatcher;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import dev.mcphotfix.agent.weave.HookTransformer;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts together once the agent is needed: reads the configuration, connects the bridge
 * and answers the transformer that weaves what the configuration names.
 *
 * <p>Still felt by the host's start where a file has to be read: no lambdas, no streams, no string
 * concatenation up to here, and neither Byte Buddy nor a logger before a class must be woven.
 */
public final class Startup {

  private Startup() {}

  /**
   * Called once, by name, from the launch.
   *
   * @param arguments the text after {@code -javaagent:JAR=}, or null
   * @param stderr the host's stream as it was at the start
   * @return null where nothing is to be woven; the reason has been told
   */
  public static @Nullable HookTransformer install(@Nullable String arguments, PrintStream stderr) {
    try {
      return install(
          ConfigurationReader.read(
              arguments, System.getProperties(), System.getenv(), BuiltInHooks.names()),
          stderr);
    } catch (InvalidConfigurationException invalid) {
      warn(stderr, invalid.problems());
      warn(stderr, List.of("not installed; the host runs on, unpatched"));
      return null;
    }
  }

  private static @Nullable HookTransformer install(
      HotfixConfiguration configuration, PrintStream stderr) {
    warn(stderr, configuration.warnings());
    if (configuration.mode().value() == Mode.OFF) {
      return null;
    }
    if (configuration.servers().isEmpty()) {
      warn(
          stderr,
          List.of(
              "no server with an oauth.clientId is configured; name one in a file or by"
                  + " clientId=ID,url=URL",
              "not installed; the host runs on, unpatched"));
      return null;
    }
    Parts parts = new Parts(configuration, stderr);
    if (configuration.logLevel().value() == LogLevel.DEBUG) {
      parts.describe();
    }
    HookDispatcher dispatcher = new HookDispatcher(parts);
    Bridge.connect(dispatcher);
    return new HookTransformer(new HookCatalogue(parts, dispatcher));
  }

  private static void warn(PrintStream stderr, List<String> warnings) {
    for (String warning : warnings) {
      stderr.println("mcp-hotfix WARN  ".concat(warning));
    }
  }
}
