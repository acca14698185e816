package dev.mcphotfix.agent.oauth.exchange;

import org.jspecify.annotations.Nullable;

/** One token request that was decided on, and what its response will be told to. */
public interface Exchange {

  /** The form to send: the very instance that was given, where it is left alone. */
  @Nullable String form();

  /** The id that {@link #form()} has more than the given form; null where it is left alone. */
  @Nullable String addedClientId();

  /**
   * Tells what the server answered, so that it is logged and learned from. Never throws.
   *
   * @param status of the response
   * @param body the beginning of the response's body, or null where it is not known
   */
  void responded(int status, @Nullable String body);
}
