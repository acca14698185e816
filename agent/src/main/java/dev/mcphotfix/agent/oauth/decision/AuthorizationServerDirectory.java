package dev.mcphotfix.agent.oauth.decision;

import java.util.List;

/** Where the authorization server of an MCP server is looked up (RFC 8414, RFC 9728). */
@FunctionalInterface
public interface AuthorizationServerDirectory {

  /** Knows nobody: discovery is off. No lambda, which would cost time at the start. */
  AuthorizationServerDirectory NONE =
      new AuthorizationServerDirectory() {
        @Override
        public List<AuthorizationServer> lookUp(StaticClient client) {
          return List.of();
        }
      };

  /**
   * The authorization servers that the client's MCP server delegates to, the configured issuer
   * first; empty where none could be found in time. Answers from memory after the first call; never
   * throws.
   */
  List<AuthorizationServer> lookUp(StaticClient client);

  /** Begins a look-up without waiting for it, so that several take no longer than one. */
  default void prepare(StaticClient client) {}

  /**
   * Begins a look-up that nobody has asked for yet: where it finds nothing, that is not remembered,
   * so that the next who asks tries again.
   */
  default void lookAhead(StaticClient client) {
    prepare(client);
  }

  /** What is known without waiting for anything; begins nothing. */
  default List<AuthorizationServer> known(StaticClient client) {
    return lookUp(client);
  }

  /** Whether a look-up is under way, and may still answer in time. */
  default boolean isUnderWay(StaticClient client) {
    return false;
  }

  /**
   * Has something run once when the look-up that is under way has ended, or has taken as long as
   * {@link #lookUp} would wait for it: by a thread of the agent, which must not be held up.
   *
   * @return false where none is under way: then nothing is run
   */
  default boolean await(StaticClient client, Runnable then) {
    return false;
  }

  /**
   * One authorization server, its metadata checked.
   *
   * @param issuer as its metadata states it
   * @param tokenEndpoints its token endpoint and those of its {@code mtls_endpoint_aliases}
   * @param otherEndpoints revocation, introspection, pushed authorization requests, device
   *     authorization, registration, user info
   * @param trusted false where the id is configured or learned for another issuer
   */
  record AuthorizationServer(
      String issuer, List<String> tokenEndpoints, List<String> otherEndpoints, boolean trusted) {

    public AuthorizationServer {
      tokenEndpoints = List.copyOf(tokenEndpoints);
      otherEndpoints = List.copyOf(otherEndpoints);
    }
  }
}
