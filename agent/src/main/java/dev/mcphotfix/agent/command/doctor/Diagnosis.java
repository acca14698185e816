package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.oauth.AuthorizationServerDirectory.AuthorizationServer;
import dev.mcphotfix.agent.oauth.StaticClient;
import dev.mcphotfix.agent.oauth.discovery.DiscoveryWalk;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the steps of a diagnosis have learned of the servers, for the steps behind them. */
final class Diagnosis {

  private final Map<StaticClient, String> endpoints = new LinkedHashMap<>();

  /** Takes the configured token endpoint, or the first that was found and can be trusted. */
  void learn(StaticClient client, @Nullable DiscoveryWalk walk) {
    String endpoint = client.tokenEndpoint();
    if (endpoint == null && walk != null) {
      endpoint =
          walk.found().stream()
              .filter(AuthorizationServer::trusted)
              .map(AuthorizationServer::tokenEndpoints)
              .flatMap(List::stream)
              .findFirst()
              .orElse(null);
    }
    if (endpoint != null) {
      endpoints.put(client, endpoint);
    }
  }

  @Nullable String tokenEndpoint(StaticClient client) {
    return endpoints.get(client);
  }

  /** Each once: several servers may share one. */
  Collection<String> tokenEndpoints() {
    return endpoints.values().stream().distinct().toList();
  }
}
