package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which configured server a request is about that is no token request, by its method and url. */
final class TracedServers {

  private static final String WELL_KNOWN = "/.well-known/";
  private static final String REGISTER = "register";

  /** Of an id that several servers have. */
  private static final String SEVERAL = "";

  private final Map<CanonicalUrl, String> byUrl = new HashMap<>();
  private final Map<String, String> byOrigin = new HashMap<>();
  private final Map<String, String> byId = new HashMap<>();
  private final @Nullable String only;

  TracedServers(Collection<StaticClient> clients) {
    String last = null;
    for (StaticClient client : clients) {
      add(client);
      last = client.serverName();
    }
    only = clients.size() == 1 ? last : null;
  }

  private void add(StaticClient client) {
    CanonicalUrl url = CanonicalUrl.ofResource(client.serverUrl());
    if (url != null) {
      byUrl.putIfAbsent(url, client.serverName());
    }
    addOrigin(client.serverUrl(), client);
    addOrigin(client.tokenEndpoint(), client);
    addOrigin(client.issuer(), client);
    boolean first = byId.putIfAbsent(client.clientId(), client.serverName()) == null;
    if (!first) {
      byId.put(client.clientId(), SEVERAL);
    }
  }

  private void addOrigin(@Nullable String text, StaticClient client) {
    CanonicalUrl url = CanonicalUrl.ofResource(text);
    if (url != null) {
      byOrigin.putIfAbsent(url.origin(), client.serverName());
    }
  }

  boolean isEmpty() {
    return byUrl.isEmpty() && byOrigin.isEmpty();
  }

  /** The MCP server at that url; null where none is. */
  @Nullable String at(CanonicalUrl url) {
    return byUrl.get(url);
  }

  /** Whether one of them, or its authorization server, is known to be there. */
  boolean isKnown(CanonicalUrl url) {
    return byOrigin.containsKey(url.origin());
  }

  /** Of which server metadata is asked for; null where none is. */
  @Nullable String asking(String method, String text, CanonicalUrl url) {
    if (!method.equals("GET") || !text.contains(WELL_KNOWN)) {
      return null;
    }
    String neighbour = byOrigin.get(url.origin());
    return neighbour == null ? only : neighbour;
  }

  /** With which server an id is asked for; null where none is. */
  @Nullable String registering(String method, CanonicalUrl url) {
    return method.equals("POST") && url.lastSegment().startsWith(REGISTER)
        ? byOrigin.get(url.origin())
        : null;
  }

  /** For which server a client is to be authorized; null where that is none, or not known. */
  @Nullable String authorizing(@Nullable AuthorizationRequest request, CanonicalUrl url) {
    if (request == null) {
      return null;
    }
    CanonicalUrl resource = CanonicalUrl.ofResource(request.value("resource"));
    String server = resource == null ? null : byUrl.get(resource);
    server = server == null ? byId.get(request.value("client_id")) : server;
    server = server == null ? byOrigin.get(url.origin()) : server;
    return server == null || server.equals(SEVERAL) ? null : server;
  }
}
