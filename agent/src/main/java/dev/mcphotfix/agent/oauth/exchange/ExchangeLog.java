package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Decision;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.Verdict;
import dev.mcphotfix.agent.oauth.request.FormField;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells the operator what was decided about a token request, and what the server answered: the
 * proof that an added client_id works. Without a secret in it.
 */
record ExchangeLog(AgentLog log, boolean observe) {

  private static final String[] SECRETS = {
    "refresh_token",
    "code",
    "code_verifier",
    "device_code",
    "client_secret",
    "client_assertion",
    "assertion",
    "subject_token",
    "actor_token",
    "password"
  };

  void decided(TokenRequest request, Verdict verdict, String hook, String requestId) {
    Action action = verdict.action();
    log.write(
        new Decision(
            observe ? action.observed() : action,
            verdict.reason(),
            safe(verdict.detail()),
            verdict.severity(),
            verdict.serverName(),
            request.url(),
            request.shownGrant(),
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
    boolean success = response.isSuccess();
    String advice = success ? null : response.advice(answer.changed(), answer.clientId() != null);
    log.write(
        Entry.of(severity(answer.verdict(), success), Notice.TOKEN_RESPONSE)
            .with("server", answer.verdict().serverName())
            .with("endpoint", url(answer.request()))
            .with("status", Integer.toString(response.status()))
            .with("error", safe(response.error(), answer.request()))
            .with("error_description", safe(response.errorDescription(), answer.request()))
            .with("advice", advice)
            .with("request", answer.requestId()));
  }

  /** A refusal matters where the request is for a configured server, or might be. */
  private static Severity severity(Verdict verdict, boolean success) {
    boolean ours = verdict.client() != null || verdict.severity() == Severity.WARN;
    if (!ours) {
      return Severity.DEBUG;
    }
    return success ? Severity.INFO : Severity.WARN;
  }

  private static @Nullable String url(TokenRequest request) {
    String url = request.url();
    return url == null ? null : Redaction.url(url);
  }

  private static @Nullable String safe(@Nullable String text) {
    return text == null ? null : Redaction.text(text);
  }

  /** A server may echo what it was sent, in whatever way it read it. */
  private static @Nullable String safe(@Nullable String text, TokenRequest request) {
    if (text == null) {
      return null;
    }
    String masked = text;
    for (String name : SECRETS) {
      for (FormField field : request.form().fields(name)) {
        for (String secret : request.form().spellings(field)) {
          masked = secret.isEmpty() ? masked : masked.replace(secret, "***");
        }
      }
    }
    return Redaction.text(masked);
  }
}
