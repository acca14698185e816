package dev.mcphotfix.agent.oauth.request;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The grants whose token requests may be given a client_id. */
public enum Grant {
  /** RFC 6749 section 6; the only one that is covered unless others are switched on. */
  REFRESH_TOKEN("refresh_token", "refresh_token"),
  /** RFC 6749 section 4.1.3; a wrong client_id may burn the code. */
  AUTHORIZATION_CODE("authorization_code", "code"),
  /** RFC 8628 section 3.4. */
  DEVICE_CODE("urn:ietf:params:oauth:grant-type:device_code", "device_code");

  /** What else is registered (RFC 6749, 7522, 7523, 8693, CIBA, UMA 2, OpenID4VCI). */
  private static final Set<String> OTHER_TYPES =
      Set.of(
          "client_credentials",
          "password",
          "urn:ietf:params:oauth:grant-type:saml2-bearer",
          "urn:ietf:params:oauth:grant-type:jwt-bearer",
          "urn:ietf:params:oauth:grant-type:token-exchange",
          "urn:ietf:params:oauth:grant-type:uma-ticket",
          "urn:ietf:params:oauth:grant-type:pre-authorized_code",
          "urn:openid:params:grant-type:ciba");

  private final String type;
  private final String credential;

  Grant(String type, String credential) {
    this.type = type;
    this.credential = credential;
  }

  /** The value of {@code grant_type}. */
  public String type() {
    return type;
  }

  /** The name of the parameter that is redeemed. */
  String credential() {
    return credential;
  }

  /** The grant of that {@code grant_type}, or null where it is none that can be covered. */
  public static @Nullable Grant ofType(String type) {
    for (Grant grant : values()) {
      if (grant.type.equals(type)) {
        return grant;
      }
    }
    return null;
  }

  /** Whether that {@code grant_type} is a known word, and so no secret put into a wrong place. */
  public static boolean isKnown(String type) {
    return ofType(type) != null || OTHER_TYPES.contains(type);
  }

  /** What may be said of a {@code grant_type}: the known word, or how long it is. */
  public static String shown(String type) {
    return isKnown(type) ? type : "(" + type.length() + " characters)";
  }
}
