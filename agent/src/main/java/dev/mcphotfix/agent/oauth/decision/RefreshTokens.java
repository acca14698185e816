package dev.mcphotfix.agent.oauth.decision;

import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers to which MCP server and client a refresh token belongs: the strongest evidence where
 * one authorization server serves several. Holds fingerprints, never a token; the oldest of more
 * than 1000 are forgotten. Thread-safe.
 */
public final class RefreshTokens {

  private static final int LIMIT = 1000;

  private final Fingerprints fingerprints = new Fingerprints();
  private final Map<ByteBuffer, Owner> owners = new LeastRecentlyUsed<>(LIMIT);

  /**
   * Says what a saved record, a request or a response tells about a refresh token.
   *
   * @param serverName of the MCP server as it is configured, or as the record states it where it is
   *     none of the configured ones, which shows that no configured client owns the token; null
   *     where nothing is known
   * @param clientId of the client that the token was issued to; null where it is not known
   */
  public void learn(String refreshToken, @Nullable String serverName, @Nullable String clientId) {
    if (!refreshToken.isEmpty() && (serverName != null || clientId != null)) {
      learn(fingerprint(refreshToken), new Owner(serverName, clientId));
    }
  }

  public ByteBuffer fingerprint(String credential) {
    return fingerprints.of(credential);
  }

  public synchronized void learn(ByteBuffer fingerprint, Owner owner) {
    Owner known = owners.get(fingerprint);
    owners.put(fingerprint, known == null ? owner : known.updated(owner));
  }

  public synchronized @Nullable Owner owner(ByteBuffer fingerprint) {
    return owners.get(fingerprint);
  }

  /** What is known of a refresh token's owner; one of the two is not null. */
  public record Owner(@Nullable String serverName, @Nullable String clientId) {

    /** By the server where that is known, else by the id. */
    boolean isOf(StaticClient client) {
      return serverName == null
          ? client.clientId().equals(clientId)
          : client.serverName().equals(serverName);
    }

    private Owner updated(Owner newer) {
      return new Owner(
          newer.serverName == null ? serverName : newer.serverName,
          newer.clientId == null ? clientId : newer.clientId);
    }
  }
}
