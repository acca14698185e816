package dev.mcphotfix.testapp.host.document;

import dev.mcphotfix.testapp.host.TokenResponse;
import org.jspecify.annotations.Nullable;

/**
 * What is saved for one server; never changed. Nothing ever gives it a client.
 *
 * @param expiresAt milliseconds since the epoch
 */
public record StoredTokens(
    String serverName,
    @Nullable String clientId,
    String accessToken,
    String refreshToken,
    long expiresAt) {

  static StoredTokens of(String serverName, @Nullable String clientId, TokenResponse tokens) {
    return new StoredTokens(
        serverName, clientId, tokens.accessToken(), tokens.refreshToken(), tokens.expiresAt());
  }
}
