package dev.mcphotfix.agent.oauth.trace;

import dev.mcphotfix.agent.log.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What a token endpoint answered, without a secret.
 *
 * @param clientId where the server got the id from
 * @param granted whether it gave a token
 * @param pending whether the client is to ask again, which ends nothing
 * @param refused what it does not accept
 * @param error in the server's words, masked; null for none
 * @param expiresIn in seconds; null where the server does not say it
 */
public record TokenAnswer(
    int status,
    ClientId clientId,
    boolean granted,
    boolean pending,
    Refused refused,
    @Nullable String error,
    @Nullable String expiresIn,
    @Nullable Compared scope,
    @Nullable Compared refreshToken) {

  /** Whose the client_id is that the server got. */
  public enum ClientId {
    ABSENT,
    OWN,
    /** The client's, and not the configured one. */
    OTHER,
    ADDED
  }

  /** What a server does not accept, as far as it says so. */
  public enum Refused {
    NOTHING,
    CLIENT,
    /** The refresh token or code. */
    GRANT,
    SCOPE,
    OTHER
  }

  /** What an answer has in the place of what the client had before. */
  public enum Compared {
    SAME,
    NEW,
    OMITTED
  }

  Entry addTo(Entry entry) {
    return entry
        .with("status", Integer.toString(status))
        .with("error", error)
        .with("client_id", Chronicle.word(clientId))
        .with("expires_in", expiresIn)
        .with("scope", Chronicle.word(scope))
        .with("refresh_token", Chronicle.word(refreshToken));
  }
}
