package dev.mcphotfix.agent.command.configuration;

import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.ConfigurationReader;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.MissingServer;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import java.io.File;
import java.util.List;
import java.util.Properties;
import picocli.CommandLine.Parameters;

/**
 * A configuration on the command line: the agent's file, or all that would stand after {@code
 * -javaagent:JAR=}. Properties and environment of this process count, as they would for the agent.
 */
public final class ConfigurationArgument {

  /** A system property that, if set, shows where an internal error comes from. */
  public static final String DEBUG = "mcphotfix.debug";

  /** What a file is called that somebody has to write. */
  static final String FOR_THE_AGENT = "mcp-hotfix.json";

  @Parameters(
      paramLabel = "CONFIG",
      description = "the agent's file, or what would stand after -javaagent:JAR=")
  private String text = "";

  private final TomlFiles toml = new TomlFiles();

  /** Reads it as the agent does; see {@link #read(String)}. */
  public HotfixConfiguration read() throws InvalidConfigurationException {
    return read(text, toml);
  }

  /** What to do where {@link #read()} finds no server with an id. */
  public String remedy() {
    return MissingServer.remedy(agentArgument(text), properties(), System.getenv());
  }

  /** The files that {@link #read()} has read and the agent could not. */
  public List<String> toml() {
    return toml.names();
  }

  /**
   * With which a client is started that is to have the agent with this configuration, or with a
   * file that is to be written for it.
   */
  public AgentFlag flag() {
    File file = new File(toml.names().isEmpty() ? text : FOR_THE_AGENT);
    return file.isFile() || !toml.names().isEmpty()
        ? AgentFlag.ofFile(file)
        : AgentFlag.ofOptions(text);
  }

  /**
   * Reads it as the agent does, and files of clients in TOML besides.
   *
   * @throws UnusableInputException where it names a file that is not there
   * @throws InvalidConfigurationException with all that is wrong with what is there
   */
  public static HotfixConfiguration read(String text) throws InvalidConfigurationException {
    return read(text, new TomlFiles());
  }

  private static HotfixConfiguration read(String text, TomlFiles toml)
      throws InvalidConfigurationException {
    return ConfigurationReader.read(
        agentArgument(text), properties(), System.getenv(), BuiltInHooks.names(), toml);
  }

  private static String agentArgument(String text) {
    File file = new File(text);
    if (file.isFile()) {
      String option = TomlFiles.isToml(file) ? "mcpConfig=" : "config=";
      return option + file.getPath().replace(",", "\\,");
    }
    if (file.isDirectory()) {
      throw new UnusableInputException(text + ": a directory; name the file in it");
    }
    if (text.indexOf('=') < 0 && !text.startsWith("~")) {
      throw new UnusableInputException(
          text + ": no such file; looked for it at " + file.getAbsolutePath());
    }
    return text;
  }

  /** Without our own, which is no option of the agent's. */
  private static Properties properties() {
    Properties properties = new Properties();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (!name.equals(DEBUG)) {
        properties.setProperty(name, System.getProperty(name));
      }
    }
    return properties;
  }
}
