package dev.mcphotfix.agent.oauth.trace;

import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.oauth.request.AuthenticateField;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A response that a client gets, by its status and header; never its body.
 *
 * @param url of the request
 * @param sentIn the span of the host's in which that was sent; null where it is not known
 */
public record SeenResponse(
    String method, String url, int status, AuthenticateField challenge, @Nullable Object sentIn) {

  /** RFC 6750 section 3.1, RFC 9449 section 7.1, RFC 9470 section 3, and what is usual. */
  private static final Set<String> ERRORS =
      Set.of(
          "invalid_request",
          "invalid_token",
          "insufficient_scope",
          "invalid_dpop_proof",
          "use_dpop_nonce",
          "insufficient_user_authentication",
          "unauthorized",
          "missing_token",
          "expired_token");

  /** Whether it says that the client has to authorize itself (anew, or for more). */
  public boolean isRefusal() {
    return status == 401 || status == 403;
  }

  /** Whether it leads elsewhere. */
  public boolean isRedirect() {
    return status / 100 == 3;
  }

  /** Whether it has what was asked for. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  Entry addTo(Entry entry) {
    return entry
        .with("method", method)
        .with("url", Redaction.url(url))
        .with("status", Integer.toString(status));
  }

  Entry addChallengeTo(Entry entry) {
    String scope = challenge.parameter("scope");
    String metadata = challenge.parameter("resource_metadata");
    return addTo(entry)
        .with("scheme", challenge.scheme())
        .with("error", error())
        .with("scope", scope == null ? null : Scope.shown(scope))
        .with("resource_metadata", metadata == null ? null : Redaction.url(metadata));
  }

  /** The code where it is a known one; another might be what the server was sent. */
  @Nullable String error() {
    String error = challenge.parameter("error");
    return error == null || ERRORS.contains(error) ? error : "another";
  }
}
