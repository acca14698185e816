package dev.mcphotfix.agent.log.telemetry;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** What the events of the agent have in common. */
@Category("MCP OAuth Hotfix")
@StackTrace(false)
abstract class AgentEvent extends Event {

  /** A decision; it lasts from the call of the hook until the decision is made. */
  @Name("dev.mcphotfix.Decision")
  @Label("Decision")
  @Description("What the agent did with a token request or a credential record, and why")
  static final class DecisionEvent extends AgentEvent {

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

  /** What a token endpoint answered. */
  @Name("dev.mcphotfix.TokenResponse")
  @Label("Token Response")
  @Description("What a token endpoint answered to a request that the agent decided about")
  static final class TokenResponseEvent extends AgentEvent {

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

  /** What became of a hook in a class. */
  @Name("dev.mcphotfix.Install")
  @Label("Install")
  @Description("What became of a hook in a class that it names")
  static final class InstallEvent extends AgentEvent {

    @Label("Hook")
    @Nullable String hook;

    @Label("Class")
    @Nullable String type;

    @Label("Method")
    @Nullable String method;

    @Label("Loader")
    @Nullable String loader;

    @Label("Woven")
    boolean woven;

    @Label("Why Not")
    @Nullable String why;
  }
}
