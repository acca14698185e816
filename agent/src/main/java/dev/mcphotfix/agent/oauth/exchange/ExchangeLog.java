package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Decision;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.Verdict;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells the operator what was decided about a token request, and what the server answered: the
 * proof that an added client_id works. Without a secret in it.
 */
record ExchangeLog(AgentLog log, boolean observe) {

  void decided(TokenRequest request, Verdict verdict, String hook, String requestId) {
    Action action = verdict.action();
    log.write(
        new Decision(
            observe ? action.observed() : action,
            verdict.reason(),
            verdict.detail(),
            verdict.severity(),
            verdict.serverName(),
            request.url(),
            request.form().shownGrant(),
            hook,
            requestId));
  }

  /** Says that the agent itself failed; never throws, even where that cannot be said. */
  void failed(TokenRequest request, String hook, Throwable failure, String requestId) {
    try {
      log.write(Decision.ofFailure(failure, hook, request.url(), requestId));
    } catch (Throwable e) { // Then there is no way left to tell.
    }
  }

  void answered(Answer answer) {
    TokenResponse response = answer.response();
    Echo echo = new Echo(answer.request());
    log.write(
        Entry.of(severity(answer), Notice.TOKEN_RESPONSE)
            .with("server", answer.verdict().serverName())
            .with("endpoint", url(answer.request()))
            .with("status", Integer.toString(response.status()))
            .with("error", echo.masked(response.error()))
            .with("error_description", echo.masked(response.errorDescription()))
            .with("advice", new NextStep(answer).text())
            .with("request", answer.requestId()));
  }

  /** What is no success matters where the request is for a configured server, or might be. */
  private static Severity severity(Answer answer) {
    TokenResponse response = answer.response();
    boolean known = answer.verdict().client() != null;
    if (response.isPending()) {
      return Severity.DEBUG;
    }
    if (!response.isRefusal() && response.status() / 100 == 2) {
      return known || answer.verdict().severity() == Severity.WARN ? Severity.INFO : Severity.DEBUG;
    }
    return known || answer.configured() || answer.verdict().severity() == Severity.WARN
        ? Severity.WARN
        : Severity.DEBUG;
  }

  private static @Nullable String url(TokenRequest request) {
    String url = request.url();
    return url == null ? null : Redaction.url(url);
  }
}
