package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.oauth.exchange.Echo;
import dev.mcphotfix.agent.oauth.exchange.TokenResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What refreshing once without and perhaps once with the id has brought.
 *
 * @param attempts what was answered, in order: without the id, with it; never empty
 */
record ProbeResult(List<Attempt> attempts) {

  ProbeResult {
    attempts = List.copyOf(attempts);
  }

  /**
   * One request and its answer.
   *
   * @param withId whether the configured id was sent
   * @param failure why there is no response
   */
  record Attempt(
      boolean withId, AnswerKind kind, @Nullable TokenResponse response, @Nullable String failure) {

    static Attempt of(boolean withId, int status, String body) {
      TokenResponse response = TokenResponse.of(status, body);
      return new Attempt(withId, AnswerKind.of(status, body), response, null);
    }

    static Attempt failed(boolean withId, String failure) {
      return new Attempt(withId, AnswerKind.NONE, null, failure);
    }

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
                  + (description == null ? "" : ", \"" + description + '"')
                  + (kind == AnswerKind.NOT_OAUTH ? ", no answer in OAuth's words" : ""))
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

  ProbeVerdict verdict() {
    AnswerKind with = attempts.size() > 1 ? last().kind() : null;
    return ProbeVerdict.of(attempts.get(0).kind(), with);
  }

  /** What to do next; empty where there is nothing to do. */
  String advice() {
    String doubt = verdict() == ProbeVerdict.UNKNOWN ? last().kind().doubt() : verdict().advice();
    return last().kind().mayHaveUsedTheToken()
        ? doubt + "; the refresh token may be used up: if the client cannot refresh, log in again"
        : doubt;
  }

  /**
   * A line for each request, and one for what they prove.
   *
   * @param echo masks what the server may repeat
   */
  List<Finding> findings(Echo echo) {
    List<Finding> findings = new ArrayList<>();
    attempts.forEach(attempt -> findings.add(attempt.finding(echo)));
    ProbeVerdict verdict = verdict();
    findings.add(
        (verdict.isGood() ? Finding.ok(verdict.text()) : Finding.problem(verdict.text(), advice()))
            .with("proof", verdict.code()));
    return findings;
  }

  /**
   * The refresh token that takes the place of the one sent, whatever else the answer says; null
   * where that stays. A secret.
   */
  @Nullable String rotated() {
    String rotated = null;
    for (Attempt attempt : attempts) {
      TokenResponse response = attempt.response();
      if (response != null && response.refreshToken() != null) {
        rotated = response.refreshToken();
      }
    }
    return rotated;
  }

  private Attempt last() {
    return attempts.get(attempts.size() - 1);
  }

  /** Never with the tokens. */
  @Override
  public String toString() {
    return verdict() + " " + attempts;
  }
}
