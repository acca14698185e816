package dev.mcphotfix.agent.command.scan.classfile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a credential record or a token request is made of, by the names that clients give it. */
public enum Property {
  ACCESS_TOKEN("accesstoken"),
  REFRESH_TOKEN("refreshtoken"),
  CLIENT_ID("clientid"),
  GRANT_TYPE("granttype");

  /** Longer texts with these words at their end are sentences or identifiers of something else. */
  private static final int LONGEST = 40;

  private final String word;

  Property(String word) {
    this.word = word;
  }

  /** The property of that name, however its words are joined; null for other names. */
  public static @Nullable Property of(String name) {
    if (name.length() > LONGEST || name.indexOf(' ') >= 0) {
      return null;
    }
    String joined = joined(name);
    for (Property property : values()) {
      if (joined.endsWith(property.word)) {
        return property;
      }
    }
    // What some records call the token beside their refresh token.
    return joined.equals("token") || joined.equals("idtoken") ? ACCESS_TOKEN : null;
  }

  /** Whether the agent itself would look for it under this name. */
  public boolean isPlainly(String name) {
    return switch (this) {
      case ACCESS_TOKEN -> name.equals("accessToken") || name.equals("access_token");
      case REFRESH_TOKEN -> name.equals("refreshToken") || name.equals("refresh_token");
      case CLIENT_ID -> name.equals("clientId") || name.equals("client_id");
      case GRANT_TYPE -> name.equals("grantType") || name.equals("grant_type");
    };
  }

  private static String joined(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-' && c != '.') {
        letters.append(c);
      }
    }
    return letters.toString().toLowerCase(Locale.ROOT);
  }
}
