package dev.mcphotfix.agent.oauth.decision;

import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The configured clients, found by what a token request tells. Immutable. */
public final class Clients {

  private final List<StaticClient> all;
  private final Map<String, StaticClient> byServerName = new HashMap<>();
  private final Map<CanonicalUrl, List<StaticClient>> byServerUrl = new HashMap<>();
  private final Map<CanonicalUrl, List<StaticClient>> byTokenEndpoint = new HashMap<>();
  private final List<StaticClient> withoutEndpoint = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  public Clients(List<StaticClient> clients) {
    all = List.copyOf(clients);
    for (StaticClient client : all) {
      ids.add(client.clientId());
      byServerName.put(client.serverName(), client);
      add(byServerUrl, CanonicalUrl.ofResource(client.serverUrl()), client);
      add(byTokenEndpoint, CanonicalUrl.ofEndpoint(client.tokenEndpoint()), client);
      if (client.tokenEndpoint() == null) {
        withoutEndpoint.add(client);
      }
    }
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public List<StaticClient> all() {
    return all;
  }

  /** Those whose token endpoint only discovery can tell. */
  public List<StaticClient> withoutEndpoint() {
    return withoutEndpoint;
  }

  public Map<CanonicalUrl, List<StaticClient>> byTokenEndpoint() {
    return byTokenEndpoint;
  }

  List<StaticClient> ofServerUrl(CanonicalUrl url) {
    return byServerUrl.getOrDefault(url, List.of());
  }

  @Nullable StaticClient ofServerName(String name) {
    return byServerName.get(name);
  }

  boolean hasId(String clientId) {
    return ids.contains(clientId);
  }

  private static void add(
      Map<CanonicalUrl, List<StaticClient>> index,
      @Nullable CanonicalUrl url,
      StaticClient client) {
    if (url == null) {
      return;
    }
    List<StaticClient> clients = index.get(url);
    if (clients == null) {
      clients = new ArrayList<>(1);
      index.put(url, clients);
    }
    clients.add(client);
  }
}
