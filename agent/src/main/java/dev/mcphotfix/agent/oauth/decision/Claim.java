package dev.mcphotfix.agent.oauth.decision;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client that a token request may be for.
 *
 * @param trusted false where its endpoint belongs to another issuer than the client's
 */
public record Claim(StaticClient client, boolean trusted) {

  static List<Claim> trusted(List<StaticClient> clients) {
    List<Claim> claims = new ArrayList<>(clients.size());
    for (StaticClient client : clients) {
      claims.add(new Claim(client, true));
    }
    return claims;
  }

  /**
   * The client, if all that is left agrees on one id, whether its issuer is trusted or not: a
   * server that has moved to the endpoint may have sent the request. A trusted claim comes first.
   */
  static @Nullable Claim agreed(List<Claim> claims) {
    Claim decided = null;
    for (Claim claim : claims) {
      if (decided != null && !claim.client().clientId().equals(decided.client().clientId())) {
        return null;
      }
      decided = decided == null || (claim.trusted() && !decided.trusted()) ? claim : decided;
    }
    return decided;
  }
}
