package dev.mcphotfix.testapp.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** A successful answer of the token endpoint (RFC 6749 section 5.1). */
public record TokenResponse(
    String accessToken, String refreshToken, long expiresInSeconds, String scope) {

  /** Reads an answer; anything but success is an {@link IOException} that names the status. */
  public static TokenResponse of(int status, String body) throws IOException {
    if (status != 200) {
      throw new IOException("the token endpoint answered " + status);
    }
    JsonNode json = new ObjectMapper().readTree(body);
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
