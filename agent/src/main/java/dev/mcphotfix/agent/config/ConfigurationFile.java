package dev.mcphotfix.agent.config;

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
import dev.mcphotfix.agent.config.server.ServerReader;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agent's own file: what it says about servers and rules. It says nothing where there is none.
 *
 * @param root null where there is none
 * @param folder in which it lies, and where relative names in it begin; null where there is none
 */
record ConfigurationFile(
    @Nullable Node root, @Nullable File folder, String home, Problems problems) {

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

  /**
   * Reads it.
   *
   * @param name as the operator gives it; null for no file
   */
  static ConfigurationFile read(@Nullable String name, String home, Problems problems)
      throws InvalidConfigurationException {
    if (name == null) {
      return new ConfigurationFile(null, null, home, problems);
    }
    InputFile input = InputFile.named(name, null, home);
    Node root = NodeReader.read(input, problems);
    checkKeys(root, name, problems);
    return new ConfigurationFile(root, input.file().getParentFile(), home, problems);
  }

  private static void checkKeys(Node file, String name, Problems problems)
      throws InvalidConfigurationException {
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

  List<ServerDraft> servers(Map<String, String> environment) {
    List<ServerDraft> drafts = new ArrayList<>();
    Node servers = root == null ? null : root.member("mcpServers", Kind.OBJECT, problems);
    if (servers != null) {
      ServerReader reader = new ServerReader(environment, problems);
      for (Node server : servers.children()) {
        ServerDraft draft = reader.strict(server);
        if (draft != null) {
          drafts.add(draft);
        }
      }
    }
    return drafts;
  }

  /** The files of the host's that it names. */
  List<InputFile> hostFiles() {
    List<InputFile> files = new ArrayList<>();
    Node node = root == null ? null : root.member(Option.MCP_CONFIG.key());
    if (node != null && node.is(Kind.ARRAY)) {
      for (Node element : node.children()) {
        addHostFile(element, files);
      }
    } else if (node != null) {
      addHostFile(node, files);
    }
    return files;
  }

  private void addHostFile(Node node, List<InputFile> files) {
    String name = node.expect(Kind.STRING, problems) ? node.string() : null;
    if (name != null) {
      files.add(InputFile.named(name, folder, home));
    }
  }

  /**
   * @param servers all that are configured, here or elsewhere
   */
  List<RuleConfiguration> rules(List<ServerConfiguration> servers) {
    Node array = root == null ? null : root.member("rules", Kind.ARRAY, problems);
    return array == null ? List.of() : RuleReader.read(array, names(servers), problems);
  }

  /** With those that the file describes wrongly: their rules are not wrong for that. */
  private List<String> names(List<ServerConfiguration> servers) {
    List<String> names = new ArrayList<>();
    for (ServerConfiguration server : servers) {
      names.add(server.name());
    }
    Node own = root == null ? null : root.member("mcpServers");
    if (own != null) {
      for (Node server : own.children()) {
        names.add(server.name());
      }
    }
    return names;
  }
}
