package dev.mcphotfix.testapp.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What a code was given for: the client, its redirect and its PKCE challenge (RFC 7636). */
record AuthorizationCode(
    RegisteredClient client, String redirectUri, String codeChallenge, String scope) {

  /** Whether the verifier hashes to the S256 challenge (RFC 7636 section 4.6). */
  boolean isProvenBy(String verifier) {
    return codeChallenge.equals(
        Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(verifier)));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
