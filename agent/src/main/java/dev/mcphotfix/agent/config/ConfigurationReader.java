package dev.mcphotfix.agent.config;

import dev.mcphotfix.agent.config.json.ClientFormat;
import dev.mcphotfix.agent.config.json.InputFile;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.config.json.Node;
import dev.mcphotfix.agent.config.json.Node.Kind;
import dev.mcphotfix.agent.config.json.NodeReader;
import dev.mcphotfix.agent.config.json.Problems;
import dev.mcphotfix.agent.config.rule.RuleConfiguration;
import dev.mcphotfix.agent.config.rule.RuleReader;
import dev.mcphotfix.agent.config.server.HostFile;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.config.server.ServerDraft;
import dev.mcphotfix.agent.config.server.ServerList;
import dev.mcphotfix.agent.config.server.ServerReader;
import java.io.File;
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

  private static final List<String> KEYS =
      List.of(
          "mode",
          "log",
          "logLevel",
          "discovery",
          "jfr",
          "mxbean",
          "witness",
          "trace",
          "mcpConfig",
          "mcpServers",
          "rules",
          "http",
          "relocated",
          "grants");

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
    InputFile input = input();
    Node file = input == null ? null : NodeReader.read(input, problems);
    File folder = input == null ? null : input.file().getParentFile();
    if (input != null && file != null) {
      checkKeys(file, input.shown());
    }
    SettingReader settings = new SettingReader(options, file, problems);
    List<ServerConfiguration> servers = servers(file, folder);
    Setting<Boolean> trace = settings.either(Option.TRACE, "on");
    HotfixConfiguration configuration =
        new HotfixConfiguration(
            settings.mode(),
            settings.log(folder, home),
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
            rules(file, servers),
            warnings);
    problems.throwIfAny();
    return configuration;
  }

  private void checkKeys(Node file, String name) throws InvalidConfigurationException {
    if (isClientsOwn(file)) {
      throw problems.fatal(
          name + ": looks like a file of the client's own; give it as mcpConfig=" + name);
    }
    file.expectOnly(KEYS, problems);
  }

  /** A client's settings have many keys that are not ours, and of ours the servers at most. */
  private static boolean isClientsOwn(Node file) {
    int unknown = file.unknown(KEYS);
    int keys = file.children().size();
    boolean hasServers = file.member("mcpServers") != null;
    boolean inItsWords = HostFile.holdsServers(file);
    return unknown == keys - (hasServers ? 1 : 0) && unknown >= (inItsWords ? 1 : 3);
  }

  private @Nullable InputFile input() {
    Setting<String> setting = options.find(Option.CONFIG);
    return setting == null ? null : InputFile.named(setting.value(), null, home);
  }

  private List<ServerConfiguration> servers(@Nullable Node file, @Nullable File folder)
      throws InvalidConfigurationException {
    ServerDraft option = OptionServer.read(options, problems);
    List<ServerDraft> own = new ArrayList<>();
    Node servers = file == null ? null : file.member("mcpServers", Kind.OBJECT, problems);
    if (servers != null) {
      ServerReader reader = new ServerReader(environment, problems);
      for (Node server : servers.children()) {
        ServerDraft draft = reader.strict(server);
        if (draft != null) {
          own.add(draft);
        }
      }
    }
    List<ServerDraft> host = new ArrayList<>();
    Problems useless = new Problems();
    int before = warnings.size();
    for (InputFile hostFile : hostFiles(file, folder)) {
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
  private List<InputFile> hostFiles(@Nullable Node file, @Nullable File folder) {
    List<InputFile> files = new ArrayList<>();
    Setting<String> option = options.find(Option.MCP_CONFIG);
    Node node = file == null ? null : file.member(Option.MCP_CONFIG.key());
    if (option != null) {
      files.add(InputFile.named(option.value(), null, home));
    } else if (node != null && node.is(Kind.ARRAY)) {
      for (Node element : node.children()) {
        addHostFile(element, folder, files);
      }
    } else if (node != null) {
      addHostFile(node, folder, files);
    }
    return files;
  }

  private void addHostFile(Node node, @Nullable File folder, List<InputFile> files) {
    String name = node.expect(Kind.STRING, problems) ? node.string() : null;
    if (name != null) {
      files.add(InputFile.named(name, folder, home));
    }
  }

  private List<RuleConfiguration> rules(@Nullable Node file, List<ServerConfiguration> servers) {
    Node array = file == null ? null : file.member("rules", Kind.ARRAY, problems);
    if (file == null || array == null) {
      return List.of();
    }
    return RuleReader.read(array, names(file, servers), problems);
  }

  /** With those that the file describes wrongly: their rules are not wrong for that. */
  private static List<String> names(Node file, List<ServerConfiguration> servers) {
    List<String> names = new ArrayList<>();
    for (ServerConfiguration server : servers) {
      names.add(server.name());
    }
    Node own = file.member("mcpServers");
    if (own != null) {
      for (Node server : own.children()) {
        names.add(server.name());
      }
    }
    return names;
  }
}
