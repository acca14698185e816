package dev.mcphotfix.agent.oauth.decision;

import java.util.ArrayList;
import java.util.List;

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
}
