package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Decision;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.oauth.Verdict;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import org.jspecify.annotations.Nullable;

/** Tells the operator what was decided about a token request, without a secret in it. */
final class DecisionLog {

  private final AgentLog log;
  private final boolean observe;

  DecisionLog(AgentLog log, boolean observe) {
    this.log = log;
    this.observe = observe;
  }

  void write(TokenRequest request, Verdict verdict, String hook, String requestId) {
    Action action = verdict.action();
    log.write(
        new Decision(
            observe ? action.observed() : action,
            verdict.reason(),
            safe(verdict.detail()),
            verdict.severity(),
            verdict.serverName(),
            request.url(),
            safe(request.grantType()),
            hook,
            requestId));
  }

  /** Says that the agent itself failed; never throws, even where that cannot be said. */
  void failed(TokenRequest request, String hook, Throwable failure, String requestId) {
    try {
      log.write(
          new Decision(
              Action.LEFT_ALONE,
              Reason.AGENT_ERROR,
              failure.getClass().getSimpleName(),
              Reason.AGENT_ERROR.severity(),
              null,
              request.url(),
              null,
              hook,
              requestId));
    } catch (Throwable e) { // Then there is no way left to tell.
    }
  }

  private static @Nullable String safe(@Nullable String text) {
    return text == null ? null : Redaction.text(text);
  }
}
