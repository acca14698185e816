package dev.mcphotfix.testapp.server;

import java.security.SecureRandom;
import java.util.Base64;

/** Values that nobody can guess, for codes and tokens. */
final class RandomToken {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;

  private RandomToken() {}

  static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
