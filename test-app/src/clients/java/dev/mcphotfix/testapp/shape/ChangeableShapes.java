package dev.mcphotfix.testapp.shape;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Classes of the application whose objects can be changed, or have nothing to change. */
final class ChangeableShapes {

  private ChangeableShapes() {}

  static List<Shape<?>> all() {
    return List.of(
        new Shape<>("setter", WithSetter::new, WithSetter::toString),
        new Shape<>("public-field", WithPublicField::new, WithPublicField::toString),
        new Shape<>("private-field", WithPrivateField::new, WithPrivateField::toString),
        new Shape<>("alone-slotless", Slotless::new, Slotless::toString));
  }

  /** Has a setter. */
  public static final class WithSetter extends TypedRecord {
    private @Nullable String id;

    WithSetter(Map<String, String> properties) {
      super(properties);
      id = properties.get("clientId");
    }

    public @Nullable String getClientId() {
      return id;
    }

    public void setClientId(String value) {
      id = value;
    }

    @Override
    @Nullable String id() {
      return id;
    }
  }

  /** Has a public field. */
  public static final class WithPublicField extends TypedRecord {
    public @Nullable String clientId;

    WithPublicField(Map<String, String> properties) {
      super(properties);
      clientId = properties.get("clientId");
    }

    @Override
    @Nullable String id() {
      return clientId;
    }
  }

  /** Has a private field. */
  private static final class WithPrivateField extends TypedRecord {
    private @Nullable String clientId;

    WithPrivateField(Map<String, String> properties) {
      super(properties);
      clientId = properties.get("clientId");
    }

    @Override
    @Nullable String id() {
      return clientId;
    }
  }

  /** Has no place for an id. */
  public static final class Slotless extends TypedRecord {
    Slotless(Map<String, String> properties) {
      super(properties);
    }

    @Override
    @Nullable String id() {
      return null;
    }
  }
}
