package dev.mcphotfix.agent.record.shape.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array in a JSON text; only what is in it can be changed. */
public final class JsonArray {

  private final List<@Nullable Object> elements;

  JsonArray(List<@Nullable Object> elements) {
    this.elements = Collections.unmodifiableList(elements);
  }

  /** The object or the array at that place; null where there is neither. */
  public @Nullable Object container(int index) {
    Object element = index < elements.size() ? elements.get(index) : null;
    return element instanceof JsonObject || element instanceof JsonArray ? element : null;
  }

  /** Those elements that are objects, each at its place; null at the place of any other. */
  public List<@Nullable JsonObject> objects() {
    List<@Nullable JsonObject> objects = new ArrayList<>();
    for (Object element : elements) {
      objects.add(element instanceof JsonObject object ? object : null);
    }
    return objects;
  }
}
