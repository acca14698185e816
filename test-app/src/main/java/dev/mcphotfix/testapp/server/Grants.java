package dev.mcphotfix.testapp.server;

import static dev.mcphotfix.testapp.server.OAuthException.invalidGrant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codes and tokens in circulation. Safe for use by many threads. */
final class Grants {
  private final Map<String, AuthorizationCode> codes = new HashMap<>();
  private final Map<String, TokenFamily> familyOfUsedCode = new HashMap<>();
  private final Map<String, TokenFamily> familyOfRefreshToken = new HashMap<>();
  private final List<TokenFamily> families = new ArrayList<>();

  synchronized String issueCode(AuthorizationCode code) {
    String value = RandomToken.next();
    codes.put(value, code);
    return value;
  }

  /** Redeems a code once; a second time revokes what it gave (RFC 6749 section 4.1.2). */
  synchronized Tokens redeem(
      String value, RegisteredClient client, String redirectUri, String verifier)
      throws OAuthException {
    TokenFamily used = familyOfUsedCode.get(value);
    if (used != null) {
      used.revoke();
      throw invalidGrant("the code was used before");
    }
    AuthorizationCode code = codes.get(value);
    if (code == null || !code.client().equals(client)) {
      throw invalidGrant("the code was not issued to this client");
    }
    if (!code.redirectUri().equals(redirectUri) || !code.isProvenBy(verifier)) {
      throw invalidGrant("redirect_uri or code_verifier does not match");
    }
    TokenFamily family = new TokenFamily(client, code.scope());
    families.add(family);
    familyOfUsedCode.put(value, family);
    return renew(family);
  }

  /** Rotates a refresh token; one that was rotated before revokes its whole family. */
  synchronized Tokens rotate(String refreshToken, RegisteredClient client, @Nullable String wanted)
      throws OAuthException {
    TokenFamily family = familyOfRefreshToken.get(refreshToken);
    if (family == null || !family.belongsTo(client)) {
      throw invalidGrant("the refresh token was not issued to this client");
    }
    if (!family.isCurrent(refreshToken)) {
      family.revoke();
      throw invalidGrant("the refresh token was used before or is revoked");
    }
    if (wanted != null && !family.hasGranted(wanted)) {
      throw OAuthException.invalidScope("more than was granted at the login");
    }
    return renew(family);
  }

  synchronized boolean accepts(String accessToken) {
    return families.stream().anyMatch(family -> family.accepts(accessToken));
  }

  synchronized void expireAccessTokens() {
    families.forEach(TokenFamily::expireAccessTokens);
  }

  private Tokens renew(TokenFamily family) {
    Tokens tokens = family.renew();
    familyOfRefreshToken.put(tokens.refreshToken(), family);
    return tokens;
  }
}
