package dev.mcphotfix.agent.record.shape.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the JSON objects of one copy of a library are read and changed. */
sealed interface JsonTree permits NodeTree, MapTree {

  /** The names of the object's members in their order. */
  List<String> names(Object object);

  /** What the member holds, text as a String; null where it is absent or null. */
  @Nullable Object get(Object object, String name);

  /**
   * Answers the object to go on with: itself if it can be changed, else a copy; null where it does
   * not take the value.
   *
   * @param value text, or a nested object that had to be rebuilt
   */
  @Nullable Object with(Object object, String name, Object value);
}
