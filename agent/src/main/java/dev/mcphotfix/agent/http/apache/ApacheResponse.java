package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.http.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * A token response of Apache HttpClient 4 or 5 while it passes to the host. Used by one thread at a
 * time.
 */
record ApacheResponse(Attempt attempt, int status) {

  /**
   * Null where the body is nothing to look at, and all is told.
   *
   * @param body null for none
   */
  static @Nullable ApacheResponse of(
      Object response, int status, @Nullable Object body, Attempt attempt) {
    if (body != null && Attempt.isReadable(ApacheMessages.header(response, "Content-Type"))) {
      return new ApacheResponse(attempt, status);
    }
    attempt.answered(status);
    return null;
  }

  /** The host has read it, or will read no further. */
  void ended() {
    attempt.answered(status);
  }
}
