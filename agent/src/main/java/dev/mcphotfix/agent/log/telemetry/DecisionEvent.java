package dev.mcphotfix.agent.log.telemetry;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A decision; it lasts from the call of the hook until the decision is made. */
@Name("dev.mcphotfix.Decision")
@Label("Decision")
@Description("What the agent did with a token request or a credential record, and why")
@Category("MCP OAuth Hotfix")
@StackTrace(false)
final class DecisionEvent extends Event {

  @Label("Action")
  @Nullable String action;

  @Label("Reason")
  @Nullable String reason;

  @Label("Hook")
  @Nullable String hook;

  @Label("Server")
  @Nullable String server;

  @Label("Endpoint")
  @Nullable String endpoint;

  @Label("Grant")
  @Nullable String grant;

  @Label("Request")
  @Nullable String request;
}
