package dev.mcphotfix.agent.config.server;

import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.config.json.Problems;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server as one place describes it, which may leave out what another place says.
 *
 * @param place where it is described
 * @param key the path of its {@code clientId} there, for messages
 * @param idOrigin where the id is given; {@code place} while there is none
 */
public record ServerDraft(
    String name,
    Origin place,
    String key,
    @Nullable String type,
    @Nullable String url,
    Map<String, String> headers,
    @Nullable String clientId,
    @Nullable String tokenEndpoint,
    @Nullable String issuer,
    Origin idOrigin) {

  /** This draft, with what it leaves out taken from a weaker one of the same name. */
  ServerDraft completedBy(ServerDraft other) {
    return new ServerDraft(
        name,
        place,
        key,
        first(type, other.type),
        first(url, other.url),
        headers.isEmpty() ? other.headers : headers,
        first(clientId, other.clientId),
        first(tokenEndpoint, other.tokenEndpoint),
        first(issuer, other.issuer),
        clientId == null ? other.idOrigin : idOrigin);
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }

  /** The finished server; null, and a problem, where something essential is said nowhere. */
  @Nullable ServerConfiguration finish(Problems problems) {
    if (clientId == null) {
      problems.add(place, key, "missing; give it here or in a file that mcpConfig names");
      return null;
    }
    if (url == null && tokenEndpoint == null) {
      problems.add(
          idOrigin, key, "says for which server neither by url nor by tokenEndpoint; give one");
      return null;
    }
    StaticClient client = new StaticClient(name, url, clientId, tokenEndpoint, issuer);
    return new ServerConfiguration(client, type, headers, idOrigin);
  }

  /** Without the headers, which may hold secrets. */
  @Override
  public String toString() {
    return name + " (" + place + ')';
  }
}
