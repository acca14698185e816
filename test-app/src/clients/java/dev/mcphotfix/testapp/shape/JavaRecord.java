package dev.mcphotfix.testapp.shape;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Java record that looks at what it is given. */
record JavaRecord(
    @Nullable String serverName,
    @Nullable String refreshToken,
    @Nullable String clientId,
    @Nullable String scope) {

  JavaRecord {
    if (clientId != null && clientId.isBlank()) {
      throw new IllegalArgumentException("a blank id");
    }
  }

  static JavaRecord of(Map<String, String> properties) {
    return new JavaRecord(
        properties.get("serverName"),
        properties.get("refreshToken"),
        properties.get("clientId"),
        properties.get("scope"));
  }

  String shown() {
    return TypedRecord.text(serverName, refreshToken, clientId, scope);
  }
}
