package dev.mcphotfix.agent.record;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Copies an unmodifiable map to one that the host takes in its place. */
final class MapCopy {

  private MapCopy() {}

  /** A copy in the map's order, with one more entry or another value; null where none would fit. */
  static @Nullable Map<String, Object> with(Map<String, Object> map, String name, Object value) {
    Map<String, Object> copy =
        map instanceof SortedMap<String, Object> sorted
            ? new TreeMap<>(sorted)
            : new LinkedHashMap<>(map);
    copy.put(name, value);
    return StandIn.fits(copy, map) ? copy : ofTheSameLibrary(map, copy);
  }

  /** As {@code ImmutableMap.copyOf} of Guava, for a class that only the library can name. */
  @SuppressWarnings("unchecked") // the library copies what it is given
  private static @Nullable Map<String, Object> ofTheSameLibrary(
      Map<String, Object> map, Map<String, Object> copy) {
    Class<?> type = map.getClass();
    while (type != null) {
      Method method = copyOf(type);
      if (method != null) {
        return (Map<String, Object>) Reflection.invoke(method, null, copy);
      }
      type = Modifier.isPublic(type.getModifiers()) ? null : type.getSuperclass();
    }
    return null;
  }

  private static @Nullable Method copyOf(Class<?> type) {
    try {
      Method method = type.getDeclaredMethod("copyOf", Map.class);
      return method.getReturnType() == type
              && Modifier.isStatic(method.getModifiers())
              && method.trySetAccessible()
          ? method
          : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
