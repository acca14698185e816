package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.oauth.exchange.Echo;
import dev.mcphotfix.agent.oauth.exchange.TokenResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What refreshing once without and perhaps once with the id has proven.
 *
 * @param attempts what was answered, in order: without the id, with it
 */
record ProbeResult(Proof proof, List<Attempt> attempts) {

  ProbeResult {
    attempts = List.copyOf(attempts);
  }

  /** What is known afterwards. */
  enum Proof {
    WORKS_WITHOUT("the server needs no client id to refresh: no fix needed", null),
    HEALS("refused without the client id, accepted with it: the agent heals this", null),
    DEAD_TOKEN(
        "the refresh token is used up, revoked, expired, or was issued to another client",
        "log in again; no client id can help this record"),
    WRONG_CLIENT(
        "the server does not know the configured client id, or wants its secret",
        "compare oauth.clientId with the registration at the authorization server"),
    OTHER_REFUSAL(
        "refused, but not for the client id", "see the error; scope or resource may be missing"),
    UNKNOWN("the answers prove nothing", "try again when the server is well");

    private final String text;
    private final @Nullable String advice;

    Proof(String text, @Nullable String advice) {
      this.text = text;
      this.advice = advice;
    }

    private Finding finding() {
      Finding finding = advice == null ? Finding.ok(text) : Finding.problem(text, advice);
      return finding.with("proof", name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  /**
   * One request and its answer.
   *
   * @param withId whether the configured id was sent
   * @param failure why there is no response
   */
  record Attempt(boolean withId, @Nullable TokenResponse response, @Nullable String failure) {

    private Finding finding(Echo echo) {
      String name = "refresh " + (withId ? "with" : "without") + " the client id: ";
      if (response == null) {
        return Finding.problem(name + "no answer", String.valueOf(failure));
      }
      String error = echo.masked(response.error());
      String description = echo.masked(response.errorDescription());
      return Finding.note(
              name
                  + ("status " + response.status())
                  + (error == null ? "" : " " + error)
                  + (description == null ? "" : ", \"" + description + '"'))
          .with("withClientId", withId)
          .with("httpStatus", response.status())
          .with("error", error);
    }

    /** Never with the tokens. */
    @Override
    public String toString() {
      return response == null ? String.valueOf(failure) : "status " + response.status();
    }
  }

  /**
   * A line for each request, and one for what they prove.
   *
   * @param echo masks what the server may repeat
   */
  List<Finding> findings(Echo echo) {
    List<Finding> findings = new ArrayList<>();
    attempts.forEach(attempt -> findings.add(attempt.finding(echo)));
    findings.add(proof.finding());
    return findings;
  }

  /** The refresh token that takes the place of the one sent; null where that stays. A secret. */
  @Nullable String rotated() {
    for (Attempt attempt : attempts) {
      TokenResponse response = attempt.response();
      if (response != null && response.isSuccess()) {
        return response.refreshToken();
      }
    }
    return null;
  }

  /** Never with the tokens. */
  @Override
  public String toString() {
    return proof + " " + attempts;
  }
}
