package dev.mcphotfix.agent.command.credential;

import dev.mcphotfix.agent.record.shape.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object somewhere in another one.
 *
 * @param location its JSON pointer (RFC 6901) from the outermost, which has an empty one
 * @param path from the outermost object to this one
 */
record NestedObject(String location, List<JsonObject> path) {

  NestedObject {
    path = List.copyOf(path);
  }

  /**
   * The object itself and all in it, the nearest first. What is in an array is not, as that would
   * be one record of several.
   */
  static List<NestedObject> all(JsonObject outermost) {
    List<NestedObject> all = new ArrayList<>(List.of(new NestedObject("", List.of(outermost))));
    for (int i = 0; i < all.size(); i++) {
      NestedObject outer = all.get(i);
      for (String name : outer.object().names()) {
        JsonObject inner = outer.object().object(name);
        if (inner != null) {
          all.add(outer.with(name, inner));
        }
      }
    }
    return all;
  }

  JsonObject object() {
    return path.get(path.size() - 1);
  }

  /**
   * The first of the names under which it has a member, which may be null; null where it has none.
   */
  @Nullable String nameOf(List<String> names) {
    for (String name : names) {
      if (object().names().contains(name)) {
        return name;
      }
    }
    return null;
  }

  boolean isIn(NestedObject other) {
    return path.size() > other.path.size() && path.contains(other.object());
  }

  private NestedObject with(String name, JsonObject inner) {
    List<JsonObject> longer = new ArrayList<>(path);
    longer.add(inner);
    return new NestedObject(FoundRecord.pointer(location, name), longer);
  }
}
