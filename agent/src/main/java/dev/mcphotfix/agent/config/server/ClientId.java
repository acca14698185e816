package dev.mcphotfix.agent.config.server;

import org.jspecify.annotations.Nullable;

/** What a client id must be. */
public final class ClientId {

  private ClientId() {}

  /** What is wrong with the id; null where nothing is. */
  public static @Nullable String objection(String text) {
    if (text.isBlank()) {
      return "blank; give the id that was registered with the authorization server";
    }
    if (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
      return "begins or ends with a space";
    }
    if (text.indexOf("${") >= 0) {
      return "holds a placeholder that nobody filled in; give the id itself";
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return "has a character that no client id has (RFC 6749 appendix A.1)";
      }
    }
    return null;
  }
}
