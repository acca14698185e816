package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.oauth.StaticClient;
import java.util.ArrayList;
import java.util.List;

/**
 * Which configured servers a record may belong to. Never guesses: a wrong id is worse than none.
 */
final class ServerCandidates {

  private ServerCandidates() {}

  /** The servers whose store key it is; where there are none, those that the claim supports. */
  static List<StaticClient> select(List<ConfiguredServer> servers, ServerClaim claim) {
    List<StaticClient> byKey = new ArrayList<>();
    List<StaticClient> supported = new ArrayList<>();
    for (ConfiguredServer server : servers) {
      if (claim.admits(server)) {
        if (claim.key() != null && claim.key().belongsTo(server)) {
          byKey.add(server.client());
        } else if (claim.supports(server)) {
          supported.add(server.client());
        }
      }
    }
    return byKey.isEmpty() ? supported : byKey;
  }
}
