package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.request.AuthenticateField;
import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import dev.mcphotfix.agent.oauth.trace.SeenResponse;
import dev.mcphotfix.agent.oauth.trace.Trace;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands on to the trace, where that is on, what a client is answered beside its token requests: by
 * its MCP server, with metadata, and to a registration. Never throws; thread-safe.
 */
final class ResponseTrace {

  private static final String WELL_KNOWN = "/.well-known/";
  private static final String REGISTER = "register";

  private final Trace trace;
  private final Map<CanonicalUrl, String> byUrl = new HashMap<>();
  private final Map<String, String> byOrigin = new HashMap<>();
  private final @Nullable String only;

  ResponseTrace(Trace trace, Knowledge knowledge) {
    this.trace = trace;
    String last = null;
    int count = 0;
    if (trace.isOn()) {
      for (StaticClient client : knowledge.clients().all()) {
        add(client);
        last = client.serverName();
        count++;
      }
    }
    only = count == 1 ? last : null;
  }

  private void add(StaticClient client) {
    CanonicalUrl url = CanonicalUrl.ofResource(client.serverUrl());
    if (url != null) {
      byUrl.putIfAbsent(url, client.serverName());
    }
    addOrigin(client.serverUrl(), client);
    addOrigin(client.tokenEndpoint(), client);
    addOrigin(client.issuer(), client);
  }

  private void addOrigin(@Nullable String text, StaticClient client) {
    CanonicalUrl url = CanonicalUrl.ofResource(text);
    if (url != null) {
      byOrigin.putIfAbsent(url.origin(), client.serverName());
    }
  }

  boolean isOn() {
    return !byUrl.isEmpty() || !byOrigin.isEmpty();
  }

  void responded(String method, String text, int status, HeaderFields header) {
    try {
      CanonicalUrl url = isOn() ? CanonicalUrl.ofResource(text) : null;
      if (url != null) {
        boolean refused = status == 401 || status == 403;
        List<String> challenges = refused ? header.values("WWW-Authenticate") : List.of();
        AuthenticateField challenge = new AuthenticateField(challenges);
        responded(url, new SeenResponse(method, text, status, challenge));
      }
    } catch (Throwable e) { // The host must get its response whatever fails here.
      trace.failed(e);
    }
  }

  private void responded(CanonicalUrl url, SeenResponse response) {
    String server = byUrl.get(url);
    String neighbour = byOrigin.get(url.origin());
    if (server != null) {
      trace.responded(server, response);
    } else if (response.method().equals("GET") && response.url().contains(WELL_KNOWN)) {
      String asking = neighbour == null ? only : neighbour;
      if (asking != null) {
        trace.fetched(asking, neighbour == null, response);
      }
    } else if (neighbour != null
        && response.method().equals("POST")
        && url.lastSegment().startsWith(REGISTER)) {
      trace.registered(neighbour, response);
    }
  }
}
