package dev.mcphotfix.agent.config.server;

import dev.mcphotfix.agent.config.json.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server that has a registered client.
 *
 * <p>Two of them may share a name: the host's own file may configure one name differently in two of
 * its projects.
 *
 * @param type the transport as its file names it
 * @param url absolute; null where only the token endpoint is known
 * @param headers as written and in that order; may hold secrets and is never shown
 * @param clientId not blank
 * @param tokenEndpoint absolute and without a fragment (RFC 6749 section 3.2)
 * @param issuer the authorization server that the id belongs to
 * @param origin where the id was given
 */
public record ServerConfiguration(
    String name,
    @Nullable String type,
    @Nullable String url,
    Map<String, String> headers,
    String clientId,
    @Nullable String tokenEndpoint,
    @Nullable String issuer,
    Origin origin) {

  public ServerConfiguration {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  ServerConfiguration at(Origin place) {
    return new ServerConfiguration(
        name, type, url, headers, clientId, tokenEndpoint, issuer, place);
  }

  /** Without the headers, which may hold secrets. */
  @Override
  public String toString() {
    return name + " (" + origin + ')';
  }
}
