package dev.mcphotfix.agent.config.server;

import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server that has a registered client.
 *
 * <p>Two of them may share a name: the host's own file may configure one name differently in two of
 * its projects.
 *
 * @param client its urls are absolute, and its token endpoint has no fragment (RFC 6749 section
 *     3.2)
 * @param type the transport as its file names it
 * @param headers as written and in that order; may hold secrets and is never shown
 * @param origin where the id was given
 */
public record ServerConfiguration(
    StaticClient client, @Nullable String type, Map<String, String> headers, Origin origin) {

  public ServerConfiguration {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  public String name() {
    return client.serverName();
  }

  /** Whether both have the same url, and another id for it. */
  boolean isRivalOf(ServerConfiguration other) {
    String url = client.serverUrl();
    return url != null
        && CanonicalUrl.isSameResource(url, other.client.serverUrl())
        && !client.clientId().equals(other.client.clientId());
  }

  /** The same server with the id of another description of it, and what that knows besides. */
  ServerConfiguration with(StaticClient known) {
    String endpoint = known.tokenEndpoint();
    String issuer = known.issuer();
    return new ServerConfiguration(
        new StaticClient(
            name(),
            client.serverUrl(),
            known.clientId(),
            endpoint == null ? client.tokenEndpoint() : endpoint,
            issuer == null ? client.issuer() : issuer),
        type,
        headers,
        origin);
  }

  /** Whether all but the origin is equal. */
  boolean saysTheSameAs(ServerConfiguration other) {
    return client.equals(other.client)
        && Objects.equals(type, other.type)
        && headers.equals(other.headers);
  }

  /** Without the headers, which may hold secrets. */
  @Override
  public String toString() {
    return name() + " (" + origin + ')';
  }
}
