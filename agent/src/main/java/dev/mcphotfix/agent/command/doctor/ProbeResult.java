package dev.mcphotfix.agent.command.doctor;

import dev.mcphotfix.agent.oauth.exchange.TokenResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What refreshing once without and perhaps once with the id has proven.
 *
 * @param attempts what was answered, in order: without the id, with it
 */
public record ProbeResult(Proof proof, List<Attempt> attempts) {

  public ProbeResult {
    attempts = List.copyOf(attempts);
  }

  /** What is known afterwards. */
  public enum Proof {
    /** Accepted without the id. */
    WORKS_WITHOUT,
    /** Refused without the id and accepted with it. */
    HEALS,
    /** The refresh token is dead, or another client's. */
    DEAD_TOKEN,
    /** The server does not know the configured id, or wants more of it. */
    WRONG_CLIENT,
    /** Refused for something that the id does not change. */
    OTHER_REFUSAL,
    /** No answer, or one that says nothing. */
    UNKNOWN
  }

  /**
   * One request and its answer.
   *
   * @param withId whether the configured id was sent
   * @param failure why there is no response
   */
  public record Attempt(
      boolean withId, @Nullable TokenResponse response, @Nullable String failure) {

    /** Never with the tokens. */
    @Override
    public String toString() {
      return response == null ? String.valueOf(failure) : "status " + response.status();
    }
  }

  /** The refresh token that takes the place of the one sent; null where that stays. A secret. */
  public @Nullable String rotated() {
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
