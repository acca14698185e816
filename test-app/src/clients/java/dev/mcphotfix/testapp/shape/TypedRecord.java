package dev.mcphotfix.testapp.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What classes of an application have that are records. */
abstract class TypedRecord {
  private final @Nullable String serverName;
  private final @Nullable String refreshToken;
  private final @Nullable String scope;

  TypedRecord(Map<String, String> properties) {
    serverName = properties.get("serverName");
    refreshToken = properties.get("refreshToken");
    scope = properties.get("scope");
  }

  Map<String, String> with(String clientId) {
    Map<String, String> copy = new LinkedHashMap<>();
    put(copy, "serverName", serverName);
    put(copy, "refreshToken", refreshToken);
    put(copy, "scope", scope);
    put(copy, "clientId", clientId);
    return copy;
  }

  private static void put(Map<String, String> map, String name, @Nullable String value) {
    if (value != null) {
      map.put(name, value);
    }
  }

  abstract @Nullable String id();

  @Override
  public String toString() {
    return text(serverName, refreshToken, id(), scope);
  }

  static String text(
      @Nullable String serverName,
      @Nullable String refreshToken,
      @Nullable String clientId,
      @Nullable String scope) {
    return String.join(
        ", ",
        "serverName=" + serverName,
        "clientId=" + clientId,
        "refreshToken=" + refreshToken,
        "scope=" + scope);
  }
}
