package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.config.server.ServerConfiguration;
import dev.mcphotfix.agent.record.shape.json.JsonEdit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The key under which a credential store keeps the record of a server: its name, a bar, and the
 * first 16 hexadecimal digits of the SHA-256 of {@code {"type":…,"url":…,"headers":{…}}}.
 */
record StoreKey(String name, String hash) {

  private static final int DIGITS = 16;

  /** Answers null where the text has no such form. */
  static @Nullable StoreKey parse(String text) {
    int bar = text.lastIndexOf('|');
    if (bar < 1 || text.length() - bar - 1 != DIGITS) {
      return null;
    }
    for (int i = bar + 1; i < text.length(); i++) {
      if ("0123456789abcdef".indexOf(text.charAt(i)) < 0) {
        return null;
      }
    }
    return new StoreKey(text.substring(0, bar), text.substring(bar + 1));
  }

  /** Whether this is the server's key, with its headers or, as some hosts write it, without. */
  boolean belongsTo(ServerConfiguration server) {
    String url = server.client().serverUrl();
    String type = server.type() == null ? "http" : server.type();
    return url != null
        && name.equals(server.name())
        && (hash.equals(hash(type, url, server.headers()))
            || hash.equals(hash(type, url, Map.of())));
  }

  private static String hash(String type, String url, Map<String, String> headers) {
    String json =
        "{\"type\":"
            + JsonEdit.quoted(type)
            + ",\"url\":"
            + JsonEdit.quoted(url)
            + ",\"headers\":"
            + JsonEdit.object(headers)
            + '}';
    byte[] digest = sha256().digest(json.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, DIGITS / 2);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
