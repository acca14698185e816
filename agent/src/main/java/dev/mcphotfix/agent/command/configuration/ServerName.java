package dev.mcphotfix.agent.command.configuration;

import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The name of a configured server that a person gives by {@code --server}. */
public final class ServerName {

  private ServerName() {}

  /**
   * Checks it against those that there are.
   *
   * @param name null where none is given
   * @throws UnusableInputException where no server has it
   */
  public static void check(@Nullable String name, List<ServerConfiguration> servers) {
    List<String> names =
        servers.stream().map(each -> each.client().serverName()).distinct().toList();
    if (name != null && !names.isEmpty() && !names.contains(name)) {
      throw new UnusableInputException(
          "--server: no configured server \"%s\"; expected one of %s"
              .formatted(name, String.join(", ", names)));
    }
  }
}
