package dev.mcphotfix.agent.log;

import org.jspecify.annotations.Nullable;

/**
 * What was done with one token request or credential record, and why.
 *
 * @param detail completes the reason, as in {@code grant-not-covered:password}; text of the host
 * @param severity usually that of the reason; less where nothing would have been changed anyway
 * @param server the configured name, where it was decided
 * @param endpoint the url that a token request goes to, kept as {@link Redaction#url} leaves it
 * @param grant the grant type of a token request
 * @param hook the name of the built-in hook or rule
 * @param request correlates the entries of one request
 */
public record Decision(
    Action action,
    Reason reason,
    @Nullable String detail,
    Severity severity,
    @Nullable String server,
    @Nullable String endpoint,
    @Nullable String grant,
    String hook,
    @Nullable String request) {

  public Decision {
    endpoint = endpoint == null ? null : Redaction.url(endpoint);
  }

  /** The agent itself failed at that hook, and left alone what it was shown there. */
  public static Decision ofFailure(
      Throwable failure, String hook, @Nullable String endpoint, @Nullable String request) {
    return new Decision(
        Action.LEFT_ALONE,
        Reason.AGENT_ERROR,
        failure.getClass().getSimpleName(),
        Reason.AGENT_ERROR.severity(),
        null,
        endpoint,
        null,
        hook,
        request);
  }

  /** The reason as the log tells it. */
  String told() {
    return detail == null ? reason.code() : reason.code() + ':' + detail;
  }

  /** The entry that the log gets: what an operator greps for, in a fixed order. */
  public Entry entry() {
    return Entry.of(severity, action)
        .with("server", server)
        .with("endpoint", endpoint)
        .with("grant", grant)
        .with("reason", told())
        .with("hook", hook)
        .with("request", request);
  }
}
