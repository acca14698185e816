package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.config.server.ServerConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A name that a client makes of its server's, by MD5. That protects nothing: it only tells which
 * server is meant.
 *
 * @param digits how many hexadecimal digits of it are used
 * @param texts of which it may be made, for a server
 */
record HashedName(int digits, Function<ServerConfiguration, List<String>> texts) {

  /** Says nothing of any server. */
  static final HashedName NONE = new HashedName(0, server -> List.of());

  /** The one that is meant; null where none is. */
  @Nullable ServerConfiguration server(String hash, List<ServerConfiguration> servers) {
    for (ServerConfiguration server : servers) {
      if (texts.apply(server).stream().anyMatch(text -> hash.equals(of(text)))) {
        return server;
      }
    }
    return null;
  }

  private String of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, digits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has MD5", e);
    }
  }
}
