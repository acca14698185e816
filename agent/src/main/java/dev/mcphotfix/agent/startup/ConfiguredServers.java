package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.oauth.StaticClient;
import dev.mcphotfix.agent.record.ConfiguredServer;
import java.util.ArrayList;
import java.util.List;

/** The servers of a configuration, in its order, as requests and records are decided by them. */
public final class ConfiguredServers {

  private ConfiguredServers() {}

  public static List<ConfiguredServer> of(HotfixConfiguration configuration) {
    List<ConfiguredServer> servers = new ArrayList<>();
    for (ServerConfiguration server : configuration.servers()) {
      String type = server.type() == null ? "http" : server.type();
      servers.add(new ConfiguredServer(client(server), type, server.headers()));
    }
    return servers;
  }

  static List<StaticClient> clients(HotfixConfiguration configuration) {
    List<StaticClient> clients = new ArrayList<>();
    for (ServerConfiguration server : configuration.servers()) {
      clients.add(client(server));
    }
    return clients;
  }

  private static StaticClient client(ServerConfiguration server) {
    return new StaticClient(
        server.name(), server.url(), server.clientId(), server.tokenEndpoint(), server.issuer());
  }
}
