package dev.mcphotfix.agent.command.configuration;

import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.ConfigurationReader;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The agent's options on the command line. Their text for the agent names each file by its absolute
 * path, since the other JVM runs in another folder.
 */
public final class AgentOptions {

  @Option(names = "--config", paramLabel = "FILE", description = "The agent's own file.")
  private @Nullable String config;

  @Option(
      names = "--mcp-config",
      paramLabel = "FILE",
      description = "A file of the client's with mcpServers.")
  private @Nullable String mcpConfig;

  @Option(names = "--server", paramLabel = "NAME", description = "The name of that one server.")
  private @Nullable String server;

  @Option(names = "--url", paramLabel = "URL", description = "The MCP server's url.")
  private @Nullable String url;

  @Option(names = "--client-id", paramLabel = "ID", description = "The registered client id.")
  private @Nullable String clientId;

  @Option(
      names = "--token-endpoint",
      paramLabel = "URL",
      description = "Where its tokens are refreshed.")
  private @Nullable String tokenEndpoint;

  @Option(names = "--mode", paramLabel = "MODE", description = "enforce or observe.")
  private @Nullable String mode;

  @Option(
      names = "--log",
      paramLabel = "LOG",
      description = "Where the agent logs: stderr, file:PATH or json:PATH.")
  private @Nullable String log;

  @Option(names = "--log-level", paramLabel = "LEVEL", description = "debug, info or warn.")
  private @Nullable String logLevel;

  /** What would stand after {@code -javaagent:JAR=}; empty where nothing is given. */
  public String text() {
    List<String> words = new ArrayList<>();
    add(words, "config", config == null ? null : absolute(config));
    add(words, "mcpConfig", mcpConfig == null ? null : absolute(mcpConfig));
    add(words, "server", server);
    add(words, "url", url);
    add(words, "clientId", clientId);
    add(words, "tokenEndpoint", tokenEndpoint);
    add(words, "mode", mode);
    add(words, "log", log == null ? null : absoluteLog(log));
    add(words, "logLevel", logLevel);
    return String.join(",", words);
  }

  /** The files that the agent will read, by their absolute paths. */
  public List<String> files() {
    List<String> files = new ArrayList<>();
    for (String name : new String[] {config, mcpConfig}) {
      if (name != null) {
        files.add(absolute(name));
      }
    }
    return files;
  }

  /**
   * Reads the configuration as the agent will.
   *
   * @param environment that of the other JVM
   * @throws UnusableInputException where a file is not there
   */
  public HotfixConfiguration read(Map<String, String> environment)
      throws InvalidConfigurationException {
    for (String file : files()) {
      if (!new File(file).isFile()) {
        throw new UnusableInputException(file + ": no such file; nothing was touched");
      }
    }
    return ConfigurationReader.read(text(), new Properties(), environment, BuiltInHooks.names());
  }

  private static void add(List<String> words, String key, @Nullable String value) {
    if (value != null) {
      words.add(key + '=' + value.replace(",", "\\,"));
    }
  }

  private static String absoluteLog(String log) {
    int colon = log.indexOf(':') + 1;
    return log.startsWith("file:") || log.startsWith("json:")
        ? log.substring(0, colon) + absolute(log.substring(colon))
        : log;
  }

  private static String absolute(String name) {
    String path =
        name.startsWith("~/") ? System.getProperty("user.home") + name.substring(1) : name;
    return new File(path).getAbsoluteFile().toPath().normalize().toString();
  }
}
