package dev.mcphotfix.agent.oauth.exchange;

import org.jspecify.annotations.Nullable;

/** A request that is none of the agent's business, or about which the agent failed. */
record UntouchedExchange(@Nullable String form) implements Exchange {

  @Override
  public @Nullable String addedClientId() {
    return null;
  }

  /** Without the form, which may hold credentials. */
  @Override
  public String toString() {
    return "left alone";
  }

  @Override
  public void responded(int status, @Nullable String body) {
    // Nothing was decided that the response could prove or refute.
  }
}
