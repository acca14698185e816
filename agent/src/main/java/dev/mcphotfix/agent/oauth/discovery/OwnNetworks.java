package dev.mcphotfix.agent.oauth.discovery;

import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.url.Reachable;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the network that may be asked for a server's metadata: the public one, and those in
 * which the configured server and its issuer lie. Metadata must not lead to other machines of the
 * operator's, which may trust whoever can reach them.
 */
final class OwnNetworks {

  private final boolean local;
  private final Set<Network> own = EnumSet.of(Network.PUBLIC);

  /** Asks the network. */
  OwnNetworks(StaticClient client) {
    this.local = Reachable.isLocal(client.serverUrl()) || Reachable.isLocal(client.issuer());
    own.addAll(Network.of(client.serverUrl()));
    own.addAll(Network.of(client.issuer()));
  }

  /** By its text alone. */
  boolean mayFetch(String url) {
    return Reachable.mayBeFetched(url, local);
  }

  /** Why that url must not be fetched; null where it may. Asks the network. */
  @Nullable String refusal(String url) {
    if (!mayFetch(url)) {
      return "neither https nor, as the server, on this machine";
    }
    Set<Network> elsewhere = Network.of(url);
    elsewhere.removeAll(own);
    return elsewhere.isEmpty()
        ? null
        : "a "
            + elsewhere.iterator().next().text()
            + " address, where the configured server has none; if it is right, configure"
            + " tokenEndpoint";
  }
}
