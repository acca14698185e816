package dev.mcphotfix.testapp.body;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where a body goes, and what it is. */
public enum Setting {
  CONFIGURED("token", Setting.REFRESH),
  /** A url that reads like a token endpoint and is not known to the agent. */
  UNCONFIGURED("elsewhere/token", Setting.REFRESH),
  OTHER_GRANT("token", "grant_type=authorization_code&code=c-1234567");

  public static final String REFRESH = "grant_type=refresh_token&refresh_token=r-1234567";

  private final String path;
  private final String form;

  Setting(String path, String form) {
    this.path = path;
    this.form = form;
  }

  String path() {
    return path;
  }

  byte[] form() {
    return form.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
