package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory.AuthorizationServer;
import dev.mcphotfix.agent.oauth.decision.Claim;
import dev.mcphotfix.agent.oauth.decision.DecisionTable;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.RefreshTokens.Owner;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.decision.Verdict;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides with the endpoints that are known, and looks up more of them only where that alone stands
 * between a request and its client_id.
 */
record Decider(Knowledge knowledge, AuthorizationServerDirectory directory) {

  /** May wait for the network, as long as the directory does for one client. */
  Verdict decide(TokenRequest request, @Nullable Owner owner) {
    DecisionTable table = new DecisionTable(knowledge, request, owner);
    Verdict verdict = table.decide();
    List<StaticClient> asked = asked(table, verdict);
    if (asked.isEmpty()) {
      return verdict;
    }
    List<StaticClient> silent = lookUp(asked);
    Verdict informed = new DecisionTable(knowledge, request, owner).decide();
    return informed.changes() && isRival(informed.client(), silent)
        ? Verdict.of(Reason.AMBIGUOUS_SERVER, null, null)
        : informed;
  }

  /**
   * The clients whose endpoint matters and is not configured: all that the request may be for where
   * the endpoint is unknown; else those whose other id may be the right one, since an authorization
   * server that one client names may be that of the others too.
   */
  private List<StaticClient> asked(DecisionTable table, Verdict verdict) {
    if (directory == AuthorizationServerDirectory.NONE
        || !(verdict.undiscovered() || verdict.changes())) {
      return List.of();
    }
    List<StaticClient> asked = new ArrayList<>();
    for (Claim candidate : table.candidates(knowledge.clients().withoutEndpoint())) {
      if (verdict.undiscovered() || isRival(verdict.client(), List.of(candidate.client()))) {
        asked.add(candidate.client());
      }
    }
    return asked;
  }

  /** Answers those about which nothing could be found out: they may be anybody's. */
  private List<StaticClient> lookUp(List<StaticClient> clients) {
    for (StaticClient client : clients) {
      directory.prepare(client);
    }
    List<StaticClient> silent = new ArrayList<>();
    for (StaticClient client : clients) {
      List<AuthorizationServer> servers = directory.lookUp(client);
      knowledge.endpoints().discovered(client, servers);
      if (servers.isEmpty()) {
        silent.add(client);
      }
    }
    return silent;
  }

  private static boolean isRival(@Nullable StaticClient decided, List<StaticClient> others) {
    for (StaticClient other : others) {
      if (decided != null && !other.clientId().equals(decided.clientId())) {
        return true;
      }
    }
    return false;
  }
}
