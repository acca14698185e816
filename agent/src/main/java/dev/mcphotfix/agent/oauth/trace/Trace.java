package dev.mcphotfix.agent.oauth.trace;

import org.jspecify.annotations.Nullable;

/**
 * Is told each step of a client's conversations, and tells the operator. Called on the client's
 * threads, for which it never waits; thread-safe.
 */
public interface Trace {

  /** Tells nothing, and costs nothing: what is off. No lambda, which would cost time. */
  Trace NONE = new Trace() {};

  /** Whether what it would be told has to be found out at all. */
  default boolean isOn() {
    return false;
  }

  /** The host's span in which the calling thread is, for what is told later; null for none. */
  default @Nullable Object here() {
    return null;
  }

  /**
   * A token request was seen; told once, however many hooks see it.
   *
   * @param server the configured name
   * @param guessed whether its endpoint is not known to be that server's
   */
  default void requested(String server, boolean guessed, SeenRequest request) {}

  /**
   * The server has answered a token request.
   *
   * @param server the configured name; null where it was not decided
   */
  default void answered(@Nullable String server, TokenAnswer answer, String requestId) {}

  /**
   * The client saves or loads a credential record.
   *
   * @param server the configured name
   */
  default void recorded(String server, SeenRecord record) {}

  /**
   * The MCP server has answered a request.
   *
   * @param server the configured name
   */
  default void responded(String server, SeenResponse response) {}

  /**
   * The client has been answered with metadata, or without.
   *
   * @param guessed whether nothing but its being the only one says that it is about that server
   */
  default void fetched(String server, boolean guessed, SeenResponse response) {}

  /** The client has asked for an id of its own (RFC 7591). */
  default void registered(String server, SeenResponse response) {}

  /** The client has asked to be authorized, and is led back (RFC 6749 section 4.1.2). */
  default void authorized(String server, AuthorizationAnswer answer) {}

  /** A step could not be told; never throws. */
  default void failed(Throwable failure) {}
}
