package dev.mcphotfix.agent.config;

import org.jspecify.annotations.Nullable;

/**
 * What can be set without a file, and under which names. The only list of the options: the
 * documentation is compared with it.
 */
public enum Option {
  CONFIG("config", null, "the agent's own configuration file"),
  MCP_CONFIG("mcpConfig", null, "a file of the host's with mcpServers"),
  SERVER("server", null, "the name of the server given by options"),
  URL("url", null, "the MCP server's url"),
  CLIENT_ID("clientId", null, "the registered OAuth client id"),
  TOKEN_ENDPOINT("tokenEndpoint", null, "where tokens are refreshed"),
  ISSUER("issuer", null, "the authorization server that knows the client id"),
  MODE("mode", "enforce", "enforce, observe or off"),
  LOG("log", "stderr", "the log: stderr, host, file:PATH or json:PATH"),
  LOG_LEVEL("logLevel", "info", "debug, info or warn"),
  DISCOVERY("discovery", "on-demand", "of token endpoints: on-demand or off"),
  JFR("jfr", "off", "flight-recorder events: on or off"),
  MXBEAN("mxbean", "off", "counters as an MXBean: on or off"),
  WITNESS("witness", "off", "tells token requests that no hook has seen: on, off or 10m"),
  TRACE("trace", "off", "tells each step of a server's conversation: on or off");

  static final String PROPERTY_PREFIX = "mcphotfix.";
  static final String ENVIRONMENT_PREFIX = "MCP_HOTFIX_";

  private final String key;
  private final @Nullable String defaultValue;
  private final String description;

  Option(String key, @Nullable String defaultValue, String description) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.description = description;
  }

  /** The key in the agent argument and, for those that a file may hold, in the file. */
  public String key() {
    return key;
  }

  /** The system property, {@code mcphotfix.clientId}. */
  public String property() {
    return PROPERTY_PREFIX.concat(key);
  }

  /** The environment variable, {@code MCP_HOTFIX_CLIENT_ID}. */
  public String environment() {
    return ENVIRONMENT_PREFIX.concat(name());
  }

  /** What holds where nobody says anything; null where nothing does. */
  public @Nullable String defaultValue() {
    return defaultValue;
  }

  /** A few words for the operator. */
  public String description() {
    return description;
  }
}
