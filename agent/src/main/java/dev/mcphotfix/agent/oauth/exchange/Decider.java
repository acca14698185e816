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

  /**
   * Decides.
   *
   * @param waits whether it may wait for the network, as long as the directory does for one client;
   *     else it goes by what is known now
   */
  Verdict decide(TokenRequest request, @Nullable Owner owner, boolean waits) {
    DecisionTable table = new DecisionTable(knowledge, request, owner);
    Verdict verdict = table.decide();
    List<StaticClient> asked = asked(table, verdict);
    if (asked.isEmpty()) {
      return verdict;
    }
    List<StaticClient> silent = lookUp(asked, waits);
    Verdict informed = new DecisionTable(knowledge, request, owner).decide();
    if (informed.changes() && isRival(informed.client(), silent)) {
      return Verdict.of(Reason.AMBIGUOUS_SERVER, pending(silent), null);
    }
    return informed.undiscovered() ? informed.with(pending(silent)) : informed;
  }

  /**
   * Whether the decision hangs on a look-up that is under way now. Then something is run once when
   * that look-up has ended or is late, by a thread of the agent; nothing is waited for.
   */
  boolean awaits(TokenRequest request, @Nullable Owner owner, Runnable then) {
    DecisionTable table = new DecisionTable(knowledge, request, owner);
    List<StaticClient> asked = asked(table, table.decide());
    for (StaticClient client : asked) {
      directory.prepare(client);
    }
    for (StaticClient client : asked) {
      if (directory.await(client, then)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a look-up that is under way may lead to another verdict. */
  static boolean isPending(Verdict verdict) {
    return Reason.DISCOVERY_PENDING.equals(verdict.detail());
  }

  private @Nullable String pending(List<StaticClient> silent) {
    for (StaticClient client : silent) {
      if (directory.isUnderWay(client)) {
        return Reason.DISCOVERY_PENDING;
      }
    }
    return null;
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
  private List<StaticClient> lookUp(List<StaticClient> clients, boolean waits) {
    for (StaticClient client : clients) {
      directory.prepare(client);
    }
    List<StaticClient> silent = new ArrayList<>();
    for (StaticClient client : clients) {
      List<AuthorizationServer> servers =
          waits ? directory.lookUp(client) : directory.known(client);
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
