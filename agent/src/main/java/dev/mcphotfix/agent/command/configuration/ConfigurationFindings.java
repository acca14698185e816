package dev.mcphotfix.agent.command.configuration;

import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.LogTarget;
import dev.mcphotfix.agent.config.MissingServer;
import dev.mcphotfix.agent.config.Mode;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import java.io.File;
import java.util.List;
import java.util.function.BiFunction;

/** What there is to say of a configuration. */
public final class ConfigurationFindings {

  public static final String SECTION = "Configuration";

  private ConfigurationFindings() {}

  /**
   * Every value that holds and where it came from; what the agent would warn of.
   *
   * @param remedy what to do where no server has an id
   */
  public static void add(
      HotfixConfiguration configuration, boolean withDefaults, String remedy, Findings findings) {
    for (String line : configuration.describe()) {
      if (withDefaults || !line.endsWith("(default)")) {
        findings.add(SECTION, Finding.ok(line));
      }
    }
    addLog(configuration.log().value(), findings);
    addNeeds(configuration, remedy, findings);
  }

  /** Whoever checks where the application does not run is told that it is looked for here. */
  private static void addLog(LogTarget log, Findings findings) {
    Finding obstacle = log.path().isEmpty() ? null : new LogFile(new File(log.path())).obstacle();
    if (obstacle != null) {
      findings.add(SECTION, obstacle);
    }
  }

  /**
   * What the agent is to be given instead of these files, whose servers it cannot read.
   *
   * @param kind of a finding that this is
   */
  public static void addToml(
      List<String> files,
      HotfixConfiguration configuration,
      BiFunction<String, String, Finding> kind,
      Findings findings) {
    if (!files.isEmpty() && !configuration.servers().isEmpty()) {
      findings.add(
          SECTION,
          kind.apply(
              String.join(", ", files) + ": TOML, which the agent does not read",
              "give it a file "
                  + ConfigurationArgument.FOR_THE_AGENT
                  + (ServersText.isFitToShow(configuration.servers())
                      ? " with " + ServersText.wholeFile(configuration.servers())
                      : "; scan --mcp-config "
                          + files.get(0)
                          + " JAR prints one, with urls"
                          + " that may hold a key")));
    }
  }

  /**
   * The servers only; what the agent would warn of.
   *
   * @param remedy what to do where no server has an id
   */
  public static void addServers(
      HotfixConfiguration configuration, String remedy, Findings findings) {
    for (ServerConfiguration server : configuration.servers()) {
      findings.add(
          SECTION,
          Finding.ok(
              server.name()
                  + ": client id "
                  + server.client().clientId()
                  + " ("
                  + server.origin()
                  + ')'));
    }
    addNeeds(configuration, remedy, findings);
  }

  private static void addNeeds(
      HotfixConfiguration configuration, String remedy, Findings findings) {
    for (String warning : configuration.warnings()) {
      findings.add(SECTION, Finding.problem(warning, null));
    }
    if (configuration.isWitnessAlone()) {
      findings.add(SECTION, Finding.note("the witness alone: it looks at what leaves, no more"));
      return;
    }
    addMode(configuration.mode().value(), configuration.trace().value(), findings);
    if (configuration.servers().isEmpty()) {
      findings.add(
          SECTION,
          Finding.problem(MissingServer.PROBLEM + "; the agent would not be installed", remedy));
    }
  }

  private static void addMode(Mode mode, boolean trace, Findings findings) {
    if (mode == Mode.OFF && trace) {
      findings.add(SECTION, Finding.note("mode=off,trace=on: the agent would only look"));
    } else if (mode == Mode.OFF) {
      findings.add(SECTION, Finding.note("mode=off: the agent would do nothing"));
    } else if (mode == Mode.OBSERVE) {
      findings.add(SECTION, Finding.note("mode=observe: the agent would change nothing"));
    }
  }

  public static void add(InvalidConfigurationException invalid, Findings findings) {
    for (String problem : invalid.problems()) {
      findings.add(SECTION, Finding.problem(problem, null));
    }
  }
}
