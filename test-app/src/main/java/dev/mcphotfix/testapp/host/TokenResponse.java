package dev.mcphotfix.testapp.host;

import com.fasterxml.jackson.databind.JsonNode;

/** A successful answer of the token endpoint (RFC 6749 section 5.1). */
public record TokenResponse(
    String accessToken, String refreshToken, long expiresInSeconds, String scope) {

  static TokenResponse of(JsonNode json) {
    return new TokenResponse(
        json.path("access_token").asText(),
        json.path("refresh_token").asText(),
        json.path("expires_in").asLong(),
        json.path("scope").asText());
  }

  /** When the access token expires, in milliseconds since the epoch. */
  public long expiresAt() {
    return System.currentTimeMillis() + expiresInSeconds * 1000;
  }
}
