package dev.mcphotfix.testapp.shape;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Classes of the application whose objects never change: a copy has the id. */
final class CopiedShapes {

  private CopiedShapes() {}

  static List<Shape<?>> all() {
    return List.of(
        new Shape<>("wither", WithWither::new, WithWither::toString),
        new Shape<>("builder", Built::new, Built::toString),
        new Shape<>("data-class", DataClass::new, DataClass::toString),
        new Shape<>("java-record", JavaRecord::of, JavaRecord::shown),
        new Shape<>("alone-validated", Validated::of, Validated::toString));
  }

  /** Answers a copy of itself. */
  public static final class WithWither extends TypedRecord {
    private final @Nullable String clientId;

    WithWither(Map<String, String> properties) {
      super(properties);
      clientId = properties.get("clientId");
    }

    public WithWither withClientId(String value) {
      return value.equals(clientId) ? this : new WithWither(with(value));
    }

    @Override
    @Nullable String id() {
      return clientId;
    }
  }

  /** Answers a builder, as Lombok writes one. */
  public static final class Built extends TypedRecord {
    private final @Nullable String clientId;

    Built(Map<String, String> properties) {
      super(properties);
      clientId = properties.get("clientId");
    }

    public BuiltBuilder toBuilder() {
      return new BuiltBuilder(this);
    }

    @Override
    @Nullable String id() {
      return clientId;
    }
  }

  /** Of {@link Built}. */
  public static final class BuiltBuilder {
    private final Built from;
    private String id = "";

    BuiltBuilder(Built from) {
      this.from = from;
    }

    public BuiltBuilder clientId(String value) {
      id = value;
      return this;
    }

    public Built build() {
      return new Built(from.with(id));
    }
  }

  /** A Java record that takes ids of one form only, which the configured one has not. */
  public record Validated(
      @Nullable String serverName, @Nullable String refreshToken, @Nullable String clientId) {

    public Validated {
      if (clientId != null && !clientId.startsWith("registered-")) {
        throw new IllegalArgumentException(clientId);
      }
    }

    static Validated of(Map<String, String> properties) {
      return new Validated(
          properties.get("serverName"), properties.get("refreshToken"), properties.get("clientId"));
    }
  }
}
