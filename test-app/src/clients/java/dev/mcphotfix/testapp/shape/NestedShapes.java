package dev.mcphotfix.testapp.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records that keep the id in a record of its own. */
final class NestedShapes {

  private NestedShapes() {}

  static List<Shape<?>> all() {
    return List.of(
        new Shape<>("nested-text", map -> JsonShapes.json(nested(map)), text -> text),
        new Shape<>("nested-kotlinx", map -> JsonShapes.kotlin(nested(map)), JsonShapes::members),
        new Shape<>("nested-java-record", Outer::of, Outer::toString),
        new Shape<>("alone-nested-slotless", Outer::without, Outer::toString));
  }

  private static Map<String, Object> nested(Map<String, String> properties) {
    Map<String, Object> record = new LinkedHashMap<>(properties);
    Object id = record.remove("clientId");
    record.put("client", id == null ? Map.of() : Map.of("id", id));
    return record;
  }

  private record Outer(
      @Nullable String serverName, @Nullable String refreshToken, @Nullable Client client) {

    static Outer of(Map<String, String> properties) {
      Client client = new Client(properties.get("clientId"));
      return new Outer(properties.get("serverName"), properties.get("refreshToken"), client);
    }

    static Outer without(Map<String, String> properties) {
      return new Outer(properties.get("serverName"), properties.get("refreshToken"), null);
    }
  }

  private record Client(@Nullable String id) {}
}
