package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory;
import dev.mcphotfix.agent.oauth.decision.Knowledge;
import dev.mcphotfix.agent.oauth.trace.Trace;

/**
 * What one configuration makes of token requests: by it they are decided on and told.
 *
 * @param observe decide and log, but change nothing
 * @param directory asked about clients without a token endpoint only
 * @param trace is told each step, where that is asked for
 */
public record Setup(
    Knowledge knowledge,
    boolean observe,
    AuthorizationServerDirectory directory,
    AgentLog log,
    Trace trace) {

  /** Without a trace. */
  public Setup(
      Knowledge knowledge, boolean observe, AuthorizationServerDirectory directory, AgentLog log) {
    this(knowledge, observe, directory, log, Trace.NONE);
  }

  Decider decider() {
    return new Decider(knowledge, directory);
  }

  Setup tellingIn(AgentLog other) {
    return new Setup(knowledge, observe, directory, other, trace);
  }

  FirstContact firstContact() {
    return new FirstContact(knowledge, directory);
  }

  ExchangeTrace exchangeTrace() {
    return new ExchangeTrace(trace, knowledge);
  }

  ResponseTrace responseTrace() {
    return new ResponseTrace(trace, knowledge);
  }

  ExchangeLog exchangeLog() {
    return new ExchangeLog(log, observe);
  }
}
