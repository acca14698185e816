package dev.mcphotfix.agent.oauth.request;

/** What may be said of the first word of an {@code Authorization}, which may be a key. */
final class AuthenticationScheme {

  /** IANA's registry of HTTP authentication schemes (RFC 9110 section 16.4.1). */
  private static final String[] REGISTERED = {
    "Basic",
    "Bearer",
    "Concealed",
    "Digest",
    "DPoP",
    "GNAP",
    "HOBA",
    "Mutual",
    "Negotiate",
    "OAuth",
    "PrivateToken",
    "SCRAM-SHA-1",
    "SCRAM-SHA-256",
    "vapid"
  };

  private static final String OTHER = "another scheme";

  private AuthenticationScheme() {}

  /** The scheme where it is a registered one; else only that it is another. */
  static String shown(String authorization) {
    int space = authorization.indexOf(' ');
    String word = space < 0 ? authorization : authorization.substring(0, space);
    for (String scheme : REGISTERED) {
      if (scheme.equalsIgnoreCase(word)) {
        return scheme;
      }
    }
    return OTHER;
  }

  /** What follows a registered scheme; all of it where there is none. */
  static String credentials(String authorization) {
    int space = authorization.indexOf(' ');
    return space < 0 || shown(authorization).equals(OTHER)
        ? authorization
        : authorization.substring(space + 1).trim();
  }
}
