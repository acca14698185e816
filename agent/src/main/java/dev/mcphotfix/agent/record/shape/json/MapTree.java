package dev.mcphotfix.agent.record.shape.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects that are immutable maps, each in its library's way to be rebuilt. */
sealed interface MapTree extends JsonTree permits JakartaTree, KotlinTree {

  JsonLeaf leaf();

  @Override
  default List<String> names(Object object) {
    List<String> names = new ArrayList<>();
    for (Object name : ((Map<?, ?>) object).keySet()) {
      names.add((String) name);
    }
    return names;
  }

  @Override
  default @Nullable Object get(Object object, String name) {
    return leaf().held(((Map<?, ?>) object).get(name));
  }
}
