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

  private @Nullable Key key;

  Fingerprints() {}

  /** With a key of 64 bytes. */
  Fingerprints(byte[] key) {
    this.key = Key.of(key);
  }

  ByteBuffer of(String credential) {
    Key known = key();
    byte[] inner = known.inner.digest(credential.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(known.outer.digest(inner));
  }

  private synchronized Key key() {
    if (key == null) {
      byte[] random = new byte[BLOCK];
      new SecureRandom().nextBytes(random);
      key = Key.of(random);
    }
    return key;
  }

  private record Key(Half inner, Half outer) {

    static Key of(byte[] key) {
      return new Key(new Half(key, INNER), new Half(key, OUTER));
    }
  }

  /** One of the two digests, whose first block is the same for all credentials. */
  private static final class Half {

    private final byte[] block = new byte[BLOCK];
    private final MessageDigest begun;

    Half(byte[] key, byte pad) {
      for (int i = 0; i < BLOCK; i++) {
        block[i] = (byte) (key[i] ^ pad);
      }
      begun = begin();
    }

    byte[] digest(byte[] rest) {
      try {
        return ((MessageDigest) begun.clone()).digest(rest);
      } catch (CloneNotSupportedException e) { // A provider of the host's may not do that.
        return begin().digest(rest);
      }
    }

    private MessageDigest begin() {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(block);
        return digest;
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e); // Every JVM has it.
      }
    }
  }
}
