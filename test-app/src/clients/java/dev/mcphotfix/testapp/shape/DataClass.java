package dev.mcphotfix.testapp.shape;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Kotlin makes of a data class. */
final class DataClass {
  private final @Nullable String serverName;
  private final @Nullable String refreshToken;
  private final @Nullable String clientId;
  private final @Nullable String scope;

  DataClass(Map<String, String> properties) {
    this(
        properties.get("serverName"),
        properties.get("refreshToken"),
        properties.get("clientId"),
        properties.get("scope"));
  }

  private DataClass(
      @Nullable String serverName,
      @Nullable String refreshToken,
      @Nullable String clientId,
      @Nullable String scope) {
    this.serverName = serverName;
    this.refreshToken = refreshToken;
    this.clientId = clientId;
    this.scope = scope;
  }

  public @Nullable String component1() {
    return serverName;
  }

  public @Nullable String component2() {
    return refreshToken;
  }

  public @Nullable String component3() {
    return clientId;
  }

  public @Nullable String component4() {
    return scope;
  }

  public DataClass copy(
      @Nullable String serverName,
      @Nullable String refreshToken,
      @Nullable String clientId,
      @Nullable String scope) {
    return new DataClass(serverName, refreshToken, clientId, scope);
  }

  @Override
  public String toString() {
    return TypedRecord.text(serverName, refreshToken, clientId, scope);
  }
}
