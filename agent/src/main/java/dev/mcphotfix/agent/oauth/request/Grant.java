package dev.mcphotfix.agent.oauth.request;

import org.jspecify.annotations.Nullable;

/** The grants whose token requests may be given a client_id. */
public enum Grant {
  /** RFC 6749 section 6; the only one that is covered unless others are switched on. */
  REFRESH_TOKEN("refresh_token", "refresh_token"),
  /** RFC 6749 section 4.1.3; a wrong client_id may burn the code. */
  AUTHORIZATION_CODE("authorization_code", "code"),
  /** RFC 8628 section 3.4. */
  DEVICE_CODE("urn:ietf:params:oauth:grant-type:device_code", "device_code");

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
}
