package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.configuration.ConfigurationArgument;
import dev.mcphotfix.agent.command.configuration.ServersText;
import dev.mcphotfix.agent.command.configuration.TomlFiles;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.json.InvalidConfigurationException;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The servers in what is printed.
 *
 * @param config what names them, as {@code check} takes it; null for none
 * @param mcpConfig the client's file that has them; null for none
 */
record NamedServers(@Nullable String config, @Nullable String mcpConfig) {

  /** Their lines; without either, those to be filled in. */
  List<String> lines() {
    if (config != null && mcpConfig != null) {
      throw new UnusableInputException(
          "--config and --mcp-config name the servers twice; give one");
    }
    if (config != null) {
      return servers(config);
    }
    if (mcpConfig == null) {
      return ServersText.toFillIn();
    }
    return TomlFiles.isToml(new File(mcpConfig))
        ? servers(mcpConfig) // As the agent could not read it.
        : ServersText.file(mcpConfig);
  }

  private static List<String> servers(String configuration) {
    try {
      List<ServerConfiguration> servers = ConfigurationArgument.read(configuration).servers();
      if (servers.isEmpty()) {
        throw new UnusableInputException(
            configuration + ": no server with an id; see check " + configuration);
      }
      return ServersText.of(servers);
    } catch (InvalidConfigurationException invalid) {
      List<String> lines = new ArrayList<>(invalid.problems());
      File file = new File(configuration);
      if (file.isFile() && file.length() == 0) {
        lines.add("If the output goes to it, the shell has emptied it: name another file for that");
      }
      throw new UnusableInputException(String.join("\n", lines));
    }
  }
}
