package dev.mcphotfix.agent.record.shape;

import dev.mcphotfix.agent.host.HostCallException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A record that is a map; changed in place, or copied in its order where it is unmodifiable. */
public final class MapRecord implements CredentialRecord {

  private Map<String, Object> map;

  private MapRecord(Map<String, Object> map) {
    this.map = map;
  }

  /** Answers null for a map with a key that is no text. */
  @SuppressWarnings("unchecked") // every key was looked at
  public static @Nullable MapRecord of(Map<?, ?> map) {
    for (Object key : map.keySet()) {
      if (!(key instanceof String)) {
        return null;
      }
    }
    return new MapRecord((Map<String, Object>) map);
  }

  @Override
  public Object value() {
    return map;
  }

  @Override
  public List<String> names() {
    return List.copyOf(map.keySet());
  }

  @Override
  public @Nullable Object property(String name) {
    return map.get(name);
  }

  @Override
  public boolean set(String name, Object value) {
    try {
      Object before = map.get(name);
      map.put(name, value);
      return StoredValue.isOf(value, before, map.get(name));
    } catch (UnsupportedOperationException unmodifiable) {
      return copied(name, value);
    } catch (ClassCastException | IllegalArgumentException refused) {
      return false;
    }
  }

  @SuppressWarnings("unchecked") // the library copies what it is given
  private boolean copied(String name, Object value) {
    Map<String, Object> copy =
        map instanceof SortedMap<String, Object> sorted
            ? new TreeMap<>(sorted)
            : new LinkedHashMap<>(map);
    copy.put(name, value);
    try {
      Object fitting = FittingCopy.of(map, copy, Map.class);
      map = fitting == null ? map : (Map<String, Object>) fitting;
      return fitting != null;
    } catch (HostCallException e) {
      return false;
    }
  }
}
