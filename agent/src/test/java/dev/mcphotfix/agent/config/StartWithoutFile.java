package dev.mcphotfix.agent.config;

import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import java.util.List;

/** Reads its arguments as the agent would; started in a JVM of its own. */
final class StartWithoutFile {

  private StartWithoutFile() {}

  public static void main(String[] arguments) throws InvalidConfigurationException {
    ConfigurationReader.read(arguments[0], System.getProperties(), System.getenv(), List.of("jdk"));
  }
}
