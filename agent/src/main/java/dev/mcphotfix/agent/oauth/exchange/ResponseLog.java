package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.Verdict;
import dev.mcphotfix.agent.oauth.request.FormField;
import dev.mcphotfix.agent.oauth.request.ParsedRequest;
import org.jspecify.annotations.Nullable;

/** Tells the operator what the server answered: the proof that an added client_id works. */
final class ResponseLog {

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

  private final AgentLog log;

  ResponseLog(AgentLog log) {
    this.log = log;
  }

  void write(SentRequest sent, TokenResponse response) {
    boolean success = response.isSuccess();
    String advice = success ? null : response.advice(sent.changed(), sent.clientId() != null);
    log.write(
        Entry.of(severity(sent.verdict(), success), "token response")
            .with("server", sent.verdict().serverName())
            .with("endpoint", url(sent.request()))
            .with("status", Integer.toString(response.status()))
            .with("error", safe(response.error(), sent.request()))
            .with("error_description", safe(response.errorDescription(), sent.request()))
            .with("advice", advice)
            .with("request", sent.requestId()));
  }

  /** A refusal matters where the request is for a configured server, or might be. */
  private static Severity severity(Verdict verdict, boolean success) {
    boolean ours = verdict.client() != null || verdict.severity() == Severity.WARN;
    if (!ours) {
      return Severity.DEBUG;
    }
    return success ? Severity.INFO : Severity.WARN;
  }

  private static @Nullable String url(ParsedRequest request) {
    String url = request.request().url();
    return url == null ? null : Redaction.url(url);
  }

  /** A server may echo what it was sent, in whatever way it read it. */
  private static @Nullable String safe(@Nullable String text, ParsedRequest request) {
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
