package dev.mcphotfix.testapp.server;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All tokens that descend from one login; they are revoked together (RFC 9700 section 4.14.2). */
final class TokenFamily {
  private final RegisteredClient client;
  private final String scope;
  private final Set<String> accessTokens = new HashSet<>();
  private String refreshToken = "";

  TokenFamily(RegisteredClient client, String scope) {
    this.client = client;
    this.scope = scope;
  }

  Tokens renew() {
    Tokens tokens = new Tokens(RandomToken.next(), RandomToken.next(), scope);
    accessTokens.add(tokens.accessToken());
    refreshToken = tokens.refreshToken();
    return tokens;
  }

  void revoke() {
    accessTokens.clear();
    refreshToken = "";
  }

  void expireAccessTokens() {
    accessTokens.clear();
  }

  boolean belongsTo(RegisteredClient other) {
    return client.equals(other);
  }

  /** Whether no word of it was not granted (RFC 6749 section 6). */
  boolean hasGranted(String words) {
    return Set.of(scope.split(" ", -1)).containsAll(List.of(words.split(" ", -1)));
  }

  boolean isCurrent(String token) {
    return refreshToken.equals(token);
  }

  boolean accepts(String accessToken) {
    return accessTokens.contains(accessToken);
  }
}
