package dev.mcphotfix.agent.log.telemetry;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** What a token endpoint answered. */
@Name("dev.mcphotfix.TokenResponse")
@Label("Token Response")
@Description("What a token endpoint answered to a request that the agent decided about")
@Category("MCP OAuth Hotfix")
@StackTrace(false)
final class TokenResponseEvent extends Event {

  @Label("Server")
  @Nullable String server;

  @Label("Endpoint")
  @Nullable String endpoint;

  @Label("Status")
  @Nullable String status;

  @Label("Error")
  @Nullable String error;

  @Label("Request")
  @Nullable String request;
}
