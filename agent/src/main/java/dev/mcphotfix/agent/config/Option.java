package dev.mcphotfix.agent.config;

import org.jspecify.annotations.Nullable;

/**
 * What can be set without a file, and under which names. The only list of the options: the
 * documentation is compared with it.
 */
public enum Option {
  CONFIG("config", "MCP_HOTFIX_CONFIG", null, "the agent's own configuration file"),
  MCP_CONFIG("mcpConfig", "MCP_HOTFIX_MCP_CONFIG", null, "a file of the host's with mcpServers"),
  SERVER("server", "MCP_HOTFIX_SERVER", null, "the name of the server given by options"),
  URL("url", "MCP_HOTFIX_URL", null, "the MCP server's url"),
  CLIENT_ID("clientId", "MCP_HOTFIX_CLIENT_ID", null, "the registered OAuth client id"),
  TOKEN_ENDPOINT("tokenEndpoint", "MCP_HOTFIX_TOKEN_ENDPOINT", null, "where tokens are refreshed"),
  ISSUER("issuer", "MCP_HOTFIX_ISSUER", null, "the authorization server that knows the client id"),
  MODE("mode", "MCP_HOTFIX_MODE", "enforce", "enforce, observe or off"),
  LOG("log", "MCP_HOTFIX_LOG", "stderr", "the log: stderr, host, file:PATH or json:PATH"),
  LOG_LEVEL("logLevel", "MCP_HOTFIX_LOG_LEVEL", "info", "debug, info or warn"),
  DISCOVERY(
      "discovery", "MCP_HOTFIX_DISCOVERY", "on-demand", "of token endpoints: on-demand or off"),
  JFR("jfr", "MCP_HOTFIX_JFR", "off", "flight-recorder events: on or off"),
  MXBEAN("mxbean", "MCP_HOTFIX_MXBEAN", "off", "counters as an MXBean: on or off");

  static final String PROPERTY_PREFIX = "mcphotfix.";
  static final String ENVIRONMENT_PREFIX = "MCP_HOTFIX_";

  private final String key;
  private final String environment;
  private final @Nullable String defaultValue;
  private final String description;

  Option(String key, String environment, @Nullable String defaultValue, String description) {
    this.key = key;
    this.environment = environment;
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
    return environment;
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
