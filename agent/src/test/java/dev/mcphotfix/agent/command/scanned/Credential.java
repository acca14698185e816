package dev.mcphotfix.agent.command.scanned;

import org.jspecify.annotations.Nullable;

/** A record of a client that is scanned. */
final class Credential {
  @Nullable String accessToken;
  @Nullable String refreshToken;
  @Nullable String clientId;
}
