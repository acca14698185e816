package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.oauth.request.Grant;
import java.util.List;
import java.util.Set;

/** What one configuration makes of token requests: by it they are decided on and told. */
public final class Setup {

  private final Knowledge knowledge;
  private final boolean observe;
  private final Decider decider;
  private final ExchangeLog log;

  /**
   * What has learned nothing yet.
   *
   * @param observe decide and log, but change nothing
   * @param directory asked about clients without a token endpoint only
   */
  public Setup(
      List<StaticClient> clients,
      Set<Grant> grants,
      boolean observe,
      AuthorizationServerDirectory directory,
      AgentLog log) {
    this.knowledge = Knowledge.of(clients, grants);
    this.observe = observe;
    this.decider = new Decider(knowledge, directory);
    this.log = new ExchangeLog(log, observe);
  }

  Knowledge knowledge() {
    return knowledge;
  }

  boolean observe() {
    return observe;
  }

  Decider decider() {
    return decider;
  }

  ExchangeLog log() {
    return log;
  }
}
