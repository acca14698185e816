package dev.mcphotfix.agent.config.rule;

/** What a rule's target holds, and so what is done to it. */
public enum Patch {
  /** A saved record, which gets the missing id. */
  CREDENTIAL("credential", "clientId"),
  /** The parameters of a token request (RFC 6749 section 6), which get the missing id. */
  TOKEN_REQUEST("token-request", "client_id");

  private final String text;
  private final String defaultProperty;

  Patch(String text, String defaultProperty) {
    this.text = text;
    this.defaultProperty = defaultProperty;
  }

  /** The word in the configuration. */
  public String text() {
    return text;
  }

  /** What the id is called there, unless the rule says otherwise. */
  public String defaultProperty() {
    return defaultProperty;
  }
}
