package dev.mcphotfix.agent.oauth.discovery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code WWW-Authenticate} of a refused request (RFC 9728 section 5.1). */
final class Challenge {

  private static final Pattern RESOURCE_METADATA =
      Pattern.compile(
          "(?:^|[\\s,])resource_metadata\\s*=\\s*(?:\"([^\"\\\\\n]*)\"|([^\\s,\"]+))",
          Pattern.CASE_INSENSITIVE);

  private Challenge() {}

  /** The url in {@code resource_metadata}; null where there is none. */
  static @Nullable String resourceMetadata(String challenges) {
    Matcher matcher = RESOURCE_METADATA.matcher(challenges);
    if (!matcher.find()) {
      return null;
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }
}
