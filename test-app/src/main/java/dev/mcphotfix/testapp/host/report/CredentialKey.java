package dev.mcphotfix.testapp.host.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a record: the server's name, and a hash of how it is reached. */
final class CredentialKey {
  private static final int HASH_LENGTH = 16;

  private CredentialKey() {}

  /** {@code name|hash}, the hash being the start of the SHA-256 of the compact configuration. */
  static String of(String serverName, URI url) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    config.put("type", "http").put("url", url.toString()).putObject("headers");
    return serverName + "|" + sha256(config.toString()).substring(0, HASH_LENGTH);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
