package dev.mcphotfix.agent.config;

import dev.mcphotfix.agent.config.json.ClientFormat;
import dev.mcphotfix.agent.config.json.InputFile;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.config.json.Problems;
import dev.mcphotfix.agent.config.server.HostFile;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.config.server.ServerDraft;
import dev.mcphotfix.agent.config.server.ServerList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the operator asked for, once, at the start.
 *
 * <p>Runs in {@code premain}: a start without a file must load no JSON parser, and nothing here may
 * use lambdas, streams, regular expressions or {@code java.nio.file}.
 */
public final class ConfigurationReader {

  private final OptionValues options;
  private final Map<String, String> environment;
  private final String home;
  private final Problems problems;
  private final @Nullable ClientFormat format;
  private final List<String> warnings = new ArrayList<>();

  private ConfigurationReader(
      OptionValues options,
      String home,
      Map<String, String> environment,
      @Nullable ClientFormat format,
      Problems problems) {
    this.options = options;
    this.format = format;
    this.environment = environment;
    this.home = home;
    this.problems = problems;
  }

  /**
   * Reads the configuration and the files that it names.
   *
   * @param agentArgument the text after {@code -javaagent:JAR=}; null or empty where there is none
   * @param systemProperties for {@code mcphotfix.*} and {@code user.home}
   * @param environment for {@code MCP_HOTFIX_*} and for placeholders in files
   * @param httpHooks the names of all built-in hooks, which are also the default
   * @throws InvalidConfigurationException with all problems that were found
   */
  public static HotfixConfiguration read(
      @Nullable String agentArgument,
      Properties systemProperties,
      Map<String, String> environment,
      List<String> httpHooks)
      throws InvalidConfigurationException {
    return read(agentArgument, systemProperties, environment, httpHooks, null);
  }

  /**
   * The same with what files of clients may be written in beside JSON.
   *
   * @param format null for nothing
   */
  public static HotfixConfiguration read(
      @Nullable String agentArgument,
      Properties systemProperties,
      Map<String, String> environment,
      List<String> httpHooks,
      @Nullable ClientFormat format)
      throws InvalidConfigurationException {
    Problems problems = new Problems();
    Map<Option, String> argument = AgentArgument.parse(agentArgument, problems);
    OptionValues options = new OptionValues(argument, systemProperties, environment);
    String home = systemProperties.getProperty("user.home", "");
    return new ConfigurationReader(options, home, environment, format, problems).read(httpHooks);
  }

  private HotfixConfiguration read(List<String> httpHooks) throws InvalidConfigurationException {
    options.warnOfUnknown(warnings);
    Setting<String> name = options.find(Option.CONFIG);
    ConfigurationFile file =
        ConfigurationFile.read(name == null ? null : name.value(), home, problems);
    SettingReader settings = new SettingReader(options, file.root(), problems);
    List<ServerConfiguration> servers = servers(file);
    Setting<Boolean> trace = settings.either(Option.TRACE, "on");
    HotfixConfiguration configuration =
        new HotfixConfiguration(
            settings.mode(),
            settings.log(file.folder(), home),
            settings.logLevel(),
            settings.either(Option.DISCOVERY, "on-demand"),
            settings.either(Option.JFR, "on"),
            settings.either(Option.MXBEAN, "on"),
            settings.witness(trace),
            trace,
            settings.grants(),
            settings.http(httpHooks),
            settings.relocated(),
            servers,
            file.rules(servers),
            warnings);
    problems.throwIfAny();
    return configuration;
  }

  private List<ServerConfiguration> servers(ConfigurationFile file)
      throws InvalidConfigurationException {
    ServerDraft option = OptionServer.read(options, problems);
    List<ServerDraft> own = file.servers(environment);
    List<ServerDraft> host = new ArrayList<>();
    Problems useless = new Problems();
    int before = warnings.size();
    for (InputFile hostFile : hostFiles(file)) {
      HostFile read = HostFile.read(hostFile, format, environment, warnings, problems);
      useless.add(read.describe());
      host.addAll(read.drafts());
    }
    List<ServerConfiguration> merged = ServerList.merge(option, own, host, warnings, problems);
    if (merged.isEmpty() && warnings.size() == before) {
      warnings.addAll(useless.found());
    }
    return merged;
  }

  /** The option takes the place of what the file says, as every option does. */
  private List<InputFile> hostFiles(ConfigurationFile file) {
    Setting<String> option = options.find(Option.MCP_CONFIG);
    return option == null ? file.hostFiles() : List.of(InputFile.named(option.value(), null, home));
  }
}
