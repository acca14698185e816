package dev.mcphotfix.agent.oauth.decision;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes a credential again without keeping it: HMAC-SHA256 (RFC 2104) under a key that only
 * this object has. Thread-safe.
 *
 * <p>It is put together from the digest, as {@code javax.crypto} would load every provider of the
 * JVM at the host's first refresh, which takes longer than all the rest. The key is made at first
 * use for the same reason.
 */
final class Fingerprints {

  private static final int BLOCK = 64;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private byte @Nullable [] key;

  Fingerprints() {}

  /** With a key of 64 bytes. */
  Fingerprints(byte[] key) {
    this.key = key.clone();
  }

  ByteBuffer of(String credential) {
    byte[] block = key();
    byte[] inner = digest(padded(block, INNER), credential.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest(padded(block, OUTER), inner));
  }

  private static byte[] digest(byte[] first, byte[] second) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(first);
      return digest.digest(second);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every JVM has it.
    }
  }

  private static byte[] padded(byte[] block, byte pad) {
    byte[] padded = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      padded[i] = (byte) (block[i] ^ pad);
    }
    return padded;
  }

  private synchronized byte[] key() {
    if (key == null) {
      key = new byte[BLOCK];
      new SecureRandom().nextBytes(key);
    }
    return key;
  }
}
