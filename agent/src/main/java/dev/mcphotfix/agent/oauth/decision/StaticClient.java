package dev.mcphotfix.agent.oauth.decision;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client that the operator registered with an authorization server beforehand, and the MCP server
 * that it is for (RFC 6749 section 2.2).
 *
 * @param serverName the configured name of the MCP server
 * @param serverUrl the MCP server's url; null where only the token endpoint is known
 * @param clientId not blank
 * @param tokenEndpoint where it is configured; else it is discovered
 * @param issuer of the authorization server that the id belongs to, where it is configured
 */
public record StaticClient(
    String serverName,
    @Nullable String serverUrl,
    String clientId,
    @Nullable String tokenEndpoint,
    @Nullable String issuer) {

  /** Written out, as what a record has of its own is linked at first use and slows down a start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StaticClient client
        && client.serverName.equals(serverName)
        && Objects.equals(client.serverUrl, serverUrl)
        && client.clientId.equals(clientId)
        && Objects.equals(client.tokenEndpoint, tokenEndpoint)
        && Objects.equals(client.issuer, issuer);
  }

  @Override
  public int hashCode() {
    return 31 * serverName.hashCode() + clientId.hashCode();
  }
}
