package dev.mcphotfix.agent.record;

import org.jspecify.annotations.Nullable;

/** Is told whose a refresh token is whenever a saved record shows it. Called on host threads. */
@FunctionalInterface
public interface RefreshTokenLearner {

  /**
   * One record that was seen; at least one of the last two is not null.
   *
   * @param refreshToken not empty; to be kept as a fingerprint at most
   * @param serverName as configured where the server was decided, else as the record states it
   * @param clientId that the record had before the agent saw it
   */
  void learn(String refreshToken, @Nullable String serverName, @Nullable String clientId);
}
