package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.log.Decided;
import dev.mcphotfix.agent.log.Reason;
import java.util.Map;

/** What to do about a problem, in a sentence or two for the operator. */
public final class Remedy {

  /** What to do where the self-check of an agent failed. */
  public static final String OF_SELF_CHECK =
      "The client runs as it would without the agent. Look for `self-check failed` in its log: its"
          + " `why` names the cause.";

  private static final String OF_EARLY =
      "Let the client connect once more. If that is not healed either, configure the server's"
          + " `tokenEndpoint`.";

  private static final String OF_ANY_REASON =
      "Look for the reason in the log, with the lines around it.";

  private static final Map<String, String> OF_REASON =
      Map.ofEntries(
          Map.entry(
              "unknown-endpoint",
              "If this is the token endpoint of your server, configure it as `tokenEndpoint`;"
                  + " otherwise nothing is wrong."),
          Map.entry(
              "body-unreadable",
              "If this is a refresh, add a rule for the method that builds it: `scan` on the"
                  + " client's jar proposes one."),
          Map.entry(
              Decided.WITNESSED,
              "Look for `witnessed` in the log: its `rule` names the built-in hook to switch on, or"
                  + " a rule to put into `rules`; or let `scan` propose one from the client's"
                  + " jar."),
          Map.entry(
              Decided.DIAGNOSED,
              "Run `trace` on the log: it tells each step, why it failed, and what to do. An id that"
                  + " is missing is added with `mode=enforce`."),
          Map.entry(
              "duplicate-client-id",
              "The client sends the id twice, which servers refuse. Tell its vendor, or remove"
                  + " whatever else adds the id."),
          Map.entry(
              "different-client-id",
              "The client sends another id than the configured one. Correct `clientId`, or log in"
                  + " again in the client."),
          Map.entry(
              "ambiguous-server",
              "Several configured servers share this token endpoint. Give the right one a"
                  + " `tokenEndpoint` or `issuer` of its own, or use a rule with `server`."),
          Map.entry(
              "token-of-other-client",
              "The refresh token was issued to another client id. Correct `clientId`, or log in"
                  + " again in the client."),
          Map.entry(
              "issuer-changed",
              "The token endpoint now belongs to another issuer. If the move is genuine, register"
                  + " the client there and configure `issuer`."),
          Map.entry(
              "breaker-open",
              "The server refused requests with the id twice in a row, so the agent stopped adding"
                  + " it. Correct `clientId`, then restart the client."),
          Map.entry("agent-error", "The agent failed. Report it with the log lines around it."),
          Map.entry(
              "record-unreadable",
              "Check that the rule's `target` is the credential record; `check --classpath` shows"
                  + " what the method takes and returns."),
          Map.entry(
              "record-unmatched",
              "The record belongs to no configured server. If it should, compare its name and url"
                  + " with the configuration, or give the rule a `server`."),
          Map.entry(
              "record-ambiguous",
              "The record may belong to several servers. Give the rule a `server`."),
          Map.entry(
              "record-no-slot",
              "The record has no such property that can be set. Give the rule the `property` that"
                  + " it has; the HTTP hooks heal the refresh without it."));

  private Remedy() {}

  /** What to do; what the agent advised when it happened comes first. */
  public static String of(Group group) {
    String advice = group.answer().advice();
    if (Reason.isEarly(group.reason())) {
      return OF_EARLY;
    }
    if (!advice.isEmpty()) {
      return Character.toUpperCase(advice.charAt(0)) + advice.substring(1) + '.';
    }
    return switch (group.outcome()) {
      case REFUSED ->
          "Run `doctor CONFIG --probe`: it asks the server with and without the id, and says what"
              + " is missing.";
      case UNANSWERED ->
          "See whether the client reconnected at that time. If it did, the agent did not see the"
              + " answer; if not, the server or the network failed.";
      case UNPROVEN -> "See whether the client reconnected; if not, run `doctor CONFIG --probe`.";
      case ATTENTION -> OF_REASON.getOrDefault(group.reason(), OF_ANY_REASON);
      case HEALED, OPEN, OBSERVED, LEFT_ALONE -> "";
    };
  }

  /** Whether there is something better than to look into the log. */
  static boolean knows(String reason) {
    return OF_REASON.containsKey(reason);
  }
}
