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

  /** Whether the answer to that request would be told. */
  boolean isAbout(String method, String text) {
    try {
      CanonicalUrl url = isOn() ? CanonicalUrl.ofResource(text) : null;
      return url != null
          && (byUrl.containsKey(url)
              || asking(method, text, url) != null
              || registering(method, url) != null);
    } catch (Throwable e) { // The host must get its response whatever fails here.
      trace.failed(e);
      return false;
    }
  }

  private void responded(CanonicalUrl url, SeenResponse response) {
    String server = byUrl.get(url);
    String asking = asking(response.method(), response.url(), url);
    String registering = registering(response.method(), url);
    if (server != null) {
      trace.responded(server, response);
    } else if (asking != null) {
      trace.fetched(asking, !byOrigin.containsKey(url.origin()), response);
    } else if (registering != null) {
      trace.registered(registering, response);
    }
  }

  /** Of which server metadata is asked for; null where none is. */
  private @Nullable String asking(String method, String text, CanonicalUrl url) {
    if (!method.equals("GET") || !text.contains(WELL_KNOWN)) {
      return null;
    }
    String neighbour = byOrigin.get(url.origin());
    return neighbour == null ? only : neighbour;
  }

  /** With which server an id is asked for; null where none is. */
  private @Nullable String registering(String method, CanonicalUrl url) {
    return method.equals("POST") && url.lastSegment().startsWith(REGISTER)
        ? byOrigin.get(url.origin())
        : null;
  }
}
