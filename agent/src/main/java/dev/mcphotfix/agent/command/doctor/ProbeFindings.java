package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.doctor.ProbeResult.Attempt;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Findings;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.oauth.exchange.TokenResponse;
import java.util.Locale;

/** What a probe has proven, and what to do. */
final class ProbeFindings {

  static final String SECTION = "Probe";

  private ProbeFindings() {}

  /**
   * A line for each request, and one for what they prove.
   *
   * @param secret masked, should the server repeat it
   */
  static void add(ProbeResult result, String secret, Findings findings) {
    for (Attempt attempt : result.attempts()) {
      findings.add(SECTION, attempt(attempt, secret));
    }
    findings.add(
        SECTION,
        proof(result)
            .with("proof", result.proof().name().toLowerCase(Locale.ROOT).replace('_', '-')));
  }

  private static Finding attempt(Attempt attempt, String secret) {
    String name = "refresh " + (attempt.withId() ? "with" : "without") + " the client id: ";
    TokenResponse response = attempt.response();
    if (response == null) {
      return Finding.problem(name + "no answer", String.valueOf(attempt.failure()));
    }
    String error = response.error() == null ? "" : " " + masked(response.error(), secret);
    String description =
        response.errorDescription() == null
            ? ""
            : ", \"" + masked(response.errorDescription(), secret) + '"';
    return Finding.note(name + "status " + response.status() + error + description)
        .with("withClientId", attempt.withId())
        .with("httpStatus", response.status())
        .with("error", response.error() == null ? null : masked(response.error(), secret));
  }

  private static String masked(String text, String secret) {
    return Redaction.text(text.replace(secret, "***"));
  }

  private static Finding proof(ProbeResult result) {
    return switch (result.proof()) {
      case WORKS_WITHOUT -> Finding.ok("the server needs no client id to refresh: no fix needed");
      case HEALS ->
          Finding.ok("refused without the client id, accepted with it: the agent heals this");
      case DEAD_TOKEN ->
          Finding.problem(
              "the refresh token is used up, revoked, expired, or was issued to another client",
              "log in again; no client id can help this record");
      case WRONG_CLIENT ->
          Finding.problem(
              "the server does not know the configured client id, or wants its secret",
              "compare oauth.clientId with the registration at the authorization server");
      case OTHER_REFUSAL ->
          Finding.problem(
              "refused, but not for the client id",
              "see the error; scope or resource may be missing");
      case UNKNOWN ->
          Finding.problem("the answers prove nothing", "try again when the server is well");
    };
  }
}
