package dev.mcphotfix.testapp.host;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A proof key for one login (RFC 7636), method S256. */
record Pkce(String verifier, String challenge) {
  private static final int BYTES = 32;

  static Pkce create() {
    String verifier = randomText();
    return new Pkce(verifier, base64(sha256(verifier)));
  }

  /** An unguessable text, fit for a verifier or a state. */
  static String randomText() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
