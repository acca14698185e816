package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;

/**
 * What one configuration makes of token requests: by it they are decided on and told.
 *
 * @param observe decide and log, but change nothing
 * @param directory asked about clients without a token endpoint only
 */
public record Setup(
    Knowledge knowledge, boolean observe, AuthorizationServerDirectory directory, AgentLog log) {

  Decider decider() {
    return new Decider(knowledge, directory);
  }

  Setup tellingIn(AgentLog other) {
    return new Setup(knowledge, observe, directory, other);
  }

  FirstContact firstContact() {
    return new FirstContact(knowledge, directory);
  }

  ExchangeLog exchangeLog() {
    return new ExchangeLog(log, observe);
  }
}
