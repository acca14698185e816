package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.oauth.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.Clients;
import dev.mcphotfix.agent.oauth.Endpoints;
import dev.mcphotfix.agent.oauth.Knowledge;
import dev.mcphotfix.agent.oauth.Outcomes;
import dev.mcphotfix.agent.oauth.RefreshTokens;
import dev.mcphotfix.agent.oauth.StaticClient;
import dev.mcphotfix.agent.oauth.request.Grant;
import java.util.List;
import java.util.Set;

/** All that token requests are decided by, as one configuration gives it. */
record Setup(
    Knowledge knowledge,
    boolean observe,
    DecisionLog decisions,
    Decider decider,
    ResponseLog responseLog,
    ResponseLessons lessons) {

  static Setup of(
      List<StaticClient> clients,
      Set<Grant> grants,
      boolean observe,
      AuthorizationServerDirectory directory,
      AgentLog log) {
    Clients configured = new Clients(clients);
    Knowledge knowledge =
        new Knowledge(
            configured,
            Set.copyOf(grants),
            new Endpoints(configured),
            new RefreshTokens(),
            new Outcomes());
    return new Setup(
        knowledge,
        observe,
        new DecisionLog(log, observe),
        new Decider(knowledge, directory),
        new ResponseLog(log),
        new ResponseLessons(knowledge));
  }
}
