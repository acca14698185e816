package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.oauth.StaticClient;
import dev.mcphotfix.agent.record.ConfiguredServer;
import java.util.List;

/** The servers of a configuration as the record's decision wants them. */
public final class ConfiguredServers {

  private ConfiguredServers() {}

  /** In the order of the configuration. */
  public static List<ConfiguredServer> of(HotfixConfiguration configuration) {
    return configuration.servers().stream().map(ConfiguredServers::of).toList();
  }

  private static ConfiguredServer of(ServerConfiguration server) {
    StaticClient client =
        new StaticClient(
            server.name(),
            server.url(),
            server.clientId(),
            server.tokenEndpoint(),
            server.issuer());
    return new ConfiguredServer(
        client, server.type() == null ? "http" : server.type(), server.headers());
  }
}
