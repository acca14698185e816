package dev.mcphotfix.agent.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Classes of a host that keep the same properties in different ways. */
interface TypedRecord {

  List<String> NAMES = List.of("serverName", "refreshToken", "clientId", "scope");

  /** What it holds. */
  Map<String, @Nullable Object> properties();

  private static Map<String, @Nullable Object> properties(
      @Nullable String serverName,
      @Nullable String refreshToken,
      @Nullable String clientId,
      @Nullable String scope) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("serverName", serverName);
    properties.put("refreshToken", refreshToken);
    properties.put("clientId", clientId);
    properties.put("scope", scope);
    properties.values().removeIf(value -> value == null);
    return properties;
  }

  private static @Nullable String text(Map<String, @Nullable Object> properties, String name) {
    return properties.get(name) instanceof String text ? text : null;
  }

  /** Is changed by its setter. */
  final class WithSetter implements TypedRecord {
    private final Map<String, @Nullable Object> all;

    WithSetter(Map<String, @Nullable Object> properties) {
      all = new LinkedHashMap<>(properties);
    }

    @Nullable String getServerName() {
      return text(all, "serverName");
    }

    @Nullable String getRefreshToken() {
      return text(all, "refreshToken");
    }

    public @Nullable String getClientId() {
      return text(all, "clientId");
    }

    void setClientId(String value) {
      all.put("clientId", value);
    }

    @Override
    public Map<String, @Nullable Object> properties() {
      return all;
    }
  }

  /** What the others hold. */
  abstract class Fields implements TypedRecord {
    final @Nullable String serverName;
    final @Nullable String refreshToken;
    final @Nullable String scope;

    Fields(Map<String, @Nullable Object> properties) {
      serverName = text(properties, "serverName");
      refreshToken = text(properties, "refreshToken");
      scope = text(properties, "scope");
    }

    abstract @Nullable String id();

    Map<String, @Nullable Object> with(String clientId) {
      return TypedRecord.properties(serverName, refreshToken, clientId, scope);
    }

    @Override
    public Map<String, @Nullable Object> properties() {
      return TypedRecord.properties(serverName, refreshToken, id(), scope);
    }
  }

  /** Is changed in its field. */
  final class WithField extends Fields {
    private @Nullable String clientId;

    WithField(Map<String, @Nullable Object> properties) {
      super(properties);
      clientId = text(properties, "clientId");
    }

    @Override
    @Nullable String id() {
      return clientId;
    }
  }

  /** Answers a copy. */
  final class WithWither extends Fields {
    private final @Nullable String clientId;

    WithWither(Map<String, @Nullable Object> properties) {
      super(properties);
      clientId = text(properties, "clientId");
    }

    WithWither withClientId(String value) {
      return new WithWither(with(value));
    }

    @Override
    @Nullable String id() {
      return clientId;
    }
  }

  /** Answers a builder. */
  final class Built extends Fields {
    private final @Nullable String clientId;

    Built(Map<String, @Nullable Object> properties) {
      super(properties);
      clientId = text(properties, "clientId");
    }

    Builder toBuilder() {
      return new Builder(properties());
    }

    @Override
    @Nullable String id() {
      return clientId;
    }
  }

  /** Of {@link Built}. */
  final class Builder {
    private final Map<String, @Nullable Object> properties;

    Builder(Map<String, @Nullable Object> properties) {
      this.properties = properties;
    }

    Builder clientId(String value) {
      properties.put("clientId", value);
      return this;
    }

    Built build() {
      return new Built(properties);
    }
  }

  /** As a Kotlin data class. */
  final class Copied implements TypedRecord {
    private final @Nullable String serverName;
    private final @Nullable String refreshToken;
    private final @Nullable String clientId;
    private final @Nullable String scope;

    Copied(Map<String, @Nullable Object> properties) {
      serverName = text(properties, "serverName");
      refreshToken = text(properties, "refreshToken");
      clientId = text(properties, "clientId");
      scope = text(properties, "scope");
    }

    @Nullable String component1() {
      return serverName;
    }

    @Nullable String component2() {
      return refreshToken;
    }

    @Nullable String component3() {
      return clientId;
    }

    @Nullable String component4() {
      return scope;
    }

    Copied copy(
        @Nullable String serverName,
        @Nullable String refreshToken,
        @Nullable String clientId,
        @Nullable String scope) {
      return new Copied(TypedRecord.properties(serverName, refreshToken, clientId, scope));
    }

    @Override
    public Map<String, @Nullable Object> properties() {
      return TypedRecord.properties(serverName, refreshToken, clientId, scope);
    }
  }

  /** A Java record. */
  record Rebuilt(
      @Nullable String serverName,
      @Nullable String refreshToken,
      @Nullable String clientId,
      @Nullable String scope)
      implements TypedRecord {

    static Rebuilt of(Map<String, @Nullable Object> properties) {
      return new Rebuilt(
          text(properties, "serverName"),
          text(properties, "refreshToken"),
          text(properties, "clientId"),
          text(properties, "scope"));
    }

    @Override
    public Map<String, @Nullable Object> properties() {
      return TypedRecord.properties(serverName, refreshToken, clientId, scope);
    }
  }
}
