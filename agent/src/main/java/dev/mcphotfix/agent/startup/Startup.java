package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.config.ConfigurationReader;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.MissingServer;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.control.Commands;
import dev.mcphotfix.agent.launch.Attachment;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import dev.mcphotfix.agent.launch.Installation;
import dev.mcphotfix.agent.log.Severity;
import java.lang.instrument.ClassFileTransformer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts together once the agent is needed: reads the configuration, connects the bridge
 * and answers the agent that weaves what the configuration names.
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
   * @return what the launch asks about classes and hands commands to; null where nothing is to be
   *     woven, for a reason that has been told
   */
  public static @Nullable ClassFileTransformer install(
      @Nullable String arguments, Installation installation) {
    try {
      return install(arguments, read(arguments), installation);
    } catch (InvalidConfigurationException invalid) {
      refuse(invalid.problems(), arguments, installation);
      return null;
    }
  }

  /**
   * The configuration that the arguments and their surroundings give.
   *
   * @throws InvalidConfigurationException also where there is nothing that could be added
   */
  static HotfixConfiguration read(@Nullable String arguments) throws InvalidConfigurationException {
    HotfixConfiguration configuration =
        ConfigurationReader.read(
            arguments, System.getProperties(), System.getenv(), BuiltInHooks.names());
    if (!configuration.isServed()) {
      List<String> problems = new ArrayList<>(configuration.warnings());
      String remedy = MissingServer.remedy(arguments, System.getProperties(), System.getenv());
      problems.add(MissingServer.PROBLEM + "; " + remedy);
      throw new InvalidConfigurationException(problems);
    }
    return configuration;
  }

  private static @Nullable ClassFileTransformer install(
      @Nullable String arguments, HotfixConfiguration configuration, Installation installation) {
    ToldProblems.print(configuration.warnings(), installation.stderr());
    if (configuration.isIdle()) {
      answer(List.of("mode is off"), arguments, installation);
      return null;
    }
    Agent agent = new Agent(installation);
    Generation first = agent.begin(arguments, configuration.inMode());
    if (configuration.logLevel().value() == Severity.DEBUG) {
      first.services().describe();
    }
    return agent;
  }

  private static void refuse(
      List<String> problems, @Nullable String arguments, Installation installation) {
    List<String> told = new ArrayList<>(problems);
    told.add("not installed; the host runs on, unpatched");
    ToldProblems.print(told, installation.stderr());
    answer(problems, arguments, installation);
  }

  /** Only who attaches is there to read it. */
  private static void answer(
      List<String> problems, @Nullable String arguments, Installation installation) {
    if (installation.isAttached()) {
      Commands.notInstalled(Attachment.request(arguments), problems);
    }
  }
}
