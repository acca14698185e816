package dev.mcphotfix.agent.command.attach.heal;

import dev.mcphotfix.agent.command.configuration.TomlFiles;
import dev.mcphotfix.agent.config.ConfigurationReader;
import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.launch.BuiltInHooks;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A file of a client's own in which its servers stand.
 *
 * @param servers those with a client id; empty where none has one
 * @param objections why it has no more of them, a line each
 */
record ClientFile(File file, List<ServerConfiguration> servers, List<String> objections) {

  /** In the folder that a client runs in. */
  private static final List<String> IN_FOLDER =
      List.of(
          ".mcp.json",
          "mcp.json",
          ".vscode/mcp.json",
          ".cursor/mcp.json",
          ".gemini/settings.json",
          "opencode.json",
          ".codex/config.toml");

  /** In the home of the user that it runs as. */
  private static final List<String> IN_HOME =
      List.of(
          ".mcp.json",
          ".claude.json",
          ".cursor/mcp.json",
          ".gemini/settings.json",
          ".copilot/mcp-config.json",
          ".codeium/windsurf/mcp_config.json",
          ".config/opencode/opencode.json",
          ".codex/config.toml");

  /**
   * Those that are there, the nearest first.
   *
   * @param environment with what placeholders in them stand for
   */
  static List<ClientFile> in(File folder, File home, Map<String, String> environment) {
    List<File> files = new ArrayList<>();
    IN_FOLDER.forEach(name -> files.add(new File(folder, name)));
    IN_HOME.forEach(name -> files.add(new File(home, name)));
    return files.stream().filter(File::isFile).map(file -> read(file, environment)).toList();
  }

  /** One that is there. */
  static ClientFile read(File file, Map<String, String> environment) {
    String option = "mcpConfig=" + file.getPath().replace(",", "\\,");
    try {
      HotfixConfiguration read =
          ConfigurationReader.read(
              option, new Properties(), environment, BuiltInHooks.names(), new TomlFiles());
      return new ClientFile(file, read.servers(), read.warnings());
    } catch (InvalidConfigurationException invalid) {
      return new ClientFile(file, List.of(), invalid.problems());
    }
  }

  /** Each server with its id, and what was passed over, fit for a person. */
  List<String> describe() {
    List<String> lines = new ArrayList<>();
    servers.forEach(
        server -> lines.add(server.name() + ", client id " + server.client().clientId()));
    objections.forEach(objection -> lines.add("passed over: " + objection));
    return lines;
  }

  /** What is said where it was named by a person and has none. */
  String useless() {
    StringBuilder text = new StringBuilder();
    text.append(file).append(": no server with an oauth.clientId in it; add one, or name another");
    text.append(" file with --mcp-config");
    objections.forEach(objection -> text.append("\n  ").append(objection));
    return text.toString();
  }

  /** What is said where none of them has a client id. */
  static String none(List<ClientFile> found, File folder, File home) {
    StringBuilder text = new StringBuilder();
    text.append("no file with an oauth.clientId was found in ").append(folder);
    text.append(" or ").append(home).append("; name the client's own with --mcp-config FILE");
    for (ClientFile file : found) {
      file.objections.forEach(objection -> text.append("\n  ").append(objection));
    }
    return text.toString();
  }
}
