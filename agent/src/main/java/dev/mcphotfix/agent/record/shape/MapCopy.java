package dev.mcphotfix.agent.record.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Copies an unmodifiable map to one that the host takes in its place. */
final class MapCopy {

  private MapCopy() {}

  /** A copy in the map's order, with one more entry or another value; null where none would fit. */
  @SuppressWarnings("unchecked") // the library copies what it is given
  static @Nullable Map<String, Object> with(Map<String, Object> map, String name, Object value) {
    Map<String, Object> copy =
        map instanceof SortedMap<String, Object> sorted
            ? new TreeMap<>(sorted)
            : new LinkedHashMap<>(map);
    copy.put(name, value);
    return Fitting.fits(copy, map)
        ? copy
        : (Map<String, Object>) LibraryCopy.of(map, copy, Map.class);
  }
}
