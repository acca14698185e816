package dev.mcphotfix.agent.oauth.exchange;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered to a token request (RFC 6749 sections 5.1 and 5.2).
 *
 * @param refreshToken the new one; never logged
 */
public record TokenResponse(
    int status,
    @Nullable String error,
    @Nullable String errorDescription,
    @Nullable String refreshToken) {

  private static final int LONGEST_BODY = 64 * 1024;

  /** Reads the body of a response, as far as it is JSON. */
  public static TokenResponse of(int status, @Nullable String body) {
    Map<String, String> members =
        body == null || body.length() > LONGEST_BODY ? Map.of() : JsonMembers.of(body);
    return new TokenResponse(
        status,
        members.get("error"),
        members.get("error_description"),
        members.get("refresh_token"));
  }

  /** Without what the server says, which may be a credential. */
  @Override
  public String toString() {
    return Integer.toString(status);
  }

  /** Some servers refuse with status 200 and an error. */
  public boolean isSuccess() {
    return status / 100 == 2 && error == null;
  }

  /** Whether it is the client that the server refuses. */
  public boolean refusesClient() {
    return "invalid_client".equals(error) || "unauthorized_client".equals(error);
  }

  /** Whether it is the token or code that the server refuses. */
  public boolean refusesGrant() {
    return "invalid_grant".equals(error);
  }

  /**
   * What the operator should do next about a refusal, in a few words.
   *
   * @param changed whether the agent wrote the client_id
   * @param hasClientId whether the server got one
   */
  String advice(boolean changed, boolean hasClientId) {
    if (status / 100 == 5) {
      return "the server failed; try again later";
    }
    if (status / 100 == 3) {
      return "the server redirects; configure the endpoint that it leads to";
    }
    if (!hasClientId && status / 100 == 4) {
      return "no client_id was sent; see the decision for this request";
    }
    if (refusesGrant()) {
      return "the refresh token or code is dead or another client's; log in again";
    }
    if (refusesClient() || (status == 401 && error == null)) {
      return changed
          ? "the server does not know the configured client_id; check oauth.clientId"
          : "the server does not accept the host's own client_id";
    }
    return "the client_id is not what is missing; see the error";
  }
}
