package dev.mcphotfix.agent.record.shape.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the JSON objects of one copy of a library are read and changed: maps, unless it says
 * otherwise.
 */
sealed interface JsonTree permits NodeTree, JakartaTree, KotlinTree {

  JsonLeaf leaf();

  /** The names of the object's members in their order. */
  default List<String> names(Object object) {
    List<String> names = new ArrayList<>();
    for (Object name : ((Map<?, ?>) object).keySet()) {
      names.add((String) name);
    }
    return names;
  }

  /** What the member holds, text as a String; null where it is absent or null. */
  default @Nullable Object get(Object object, String name) {
    return leaf().held(((Map<?, ?>) object).get(name));
  }

  /**
   * Answers the object to go on with: itself if it can be changed, else a copy; null where it does
   * not take the value.
   *
   * @param value text, or a nested object that had to be rebuilt
   */
  @Nullable Object with(Object object, String name, Object value);
}
