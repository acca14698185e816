package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.request.AuthenticateField;
import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import dev.mcphotfix.agent.oauth.trace.AuthorizationAnswer;
import dev.mcphotfix.agent.oauth.trace.SeenResponse;
import dev.mcphotfix.agent.oauth.trace.Trace;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands on to the trace, where that is on, what a client is answered beside its token requests: by
 * its MCP server, with metadata, to a registration, and to an authorization request. Never throws;
 * thread-safe.
 */
final class ResponseTrace {

  private final Trace trace;
  private final TracedServers servers;

  ResponseTrace(Trace trace, Knowledge knowledge) {
    this.trace = trace;
    this.servers = new TracedServers(trace.isOn() ? knowledge.clients().all() : List.of());
  }

  boolean isOn() {
    return !servers.isEmpty();
  }

  void responded(
      String method, String text, int status, HeaderFields header, @Nullable Object sentIn) {
    try {
      CanonicalUrl url = isOn() ? CanonicalUrl.ofResource(text) : null;
      if (url != null) {
        boolean refused = status == 401 || status == 403;
        List<String> challenges = refused ? header.values("WWW-Authenticate") : List.of();
        AuthenticateField challenge = new AuthenticateField(challenges);
        responded(url, new SeenResponse(method, text, status, challenge, sentIn), header);
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
          && (servers.at(url) != null
              || servers.asking(method, text, url) != null
              || servers.registering(method, url) != null
              || servers.authorizing(AuthorizationRequest.of(method, text), url) != null);
    } catch (Throwable e) { // The host must get its response whatever fails here.
      trace.failed(e);
      return false;
    }
  }

  private void responded(CanonicalUrl url, SeenResponse response, HeaderFields header) {
    String server = servers.at(url);
    String asking = servers.asking(response.method(), response.url(), url);
    String registering = servers.registering(response.method(), url);
    if (server != null) {
      trace.responded(server, response);
    } else if (asking != null) {
      trace.fetched(asking, !servers.isKnown(url), response);
    } else if (registering != null) {
      trace.registered(registering, response);
    } else {
      authorized(url, response, header);
    }
  }

  private void authorized(CanonicalUrl url, SeenResponse response, HeaderFields header) {
    AuthorizationRequest request = AuthorizationRequest.of(response.method(), response.url());
    String server = servers.authorizing(request, url);
    if (request != null && server != null && response.isRedirect()) {
      List<String> locations = header.values("Location");
      AuthorizationAnswer answer =
          AuthorizationAnswer.of(response, locations, request.value("redirect_uri"));
      if (answer != null) {
        trace.authorized(server, answer);
      }
    }
  }
}
