package dev.mcphotfix.agent.oauth.discovery;

import org.jspecify.annotations.Nullable;

/**
 * What one fetch brought.
 *
 * @param status of the response; 0 where there was none
 * @param challenges the values of {@code WWW-Authenticate}, one a line
 * @param document the body where it was asked for, and is a JSON object
 * @param failure why there is no document; empty where there is one
 */
record Fetched(int status, String challenges, @Nullable MetadataDocument document, String failure) {

  static Fetched failed(String why) {
    return new Fetched(0, "", null, why);
  }

  /** Whether the server answered that there is no such thing, and not to ask again later. */
  boolean absent() {
    boolean later = status == 408 || status == 425 || status == 429;
    return status >= 400 && status < 500 && !later;
  }
}
