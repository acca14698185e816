package dev.mcphotfix.agent.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The copies of some classes among all that the JVM has loaded: that of the system class loader
 * first, the others as the JVM names them.
 */
public final class LoadedClasses {

  private final Map<String, List<Class<?>>> copies = new HashMap<>();

  /**
   * @param loaded all classes that the JVM has loaded
   * @param names of those that are looked for
   */
  public LoadedClasses(Class<?>[] loaded, Collection<String> names) {
    for (String name : names) {
      copies.put(name, new ArrayList<>());
    }
    for (Class<?> type : loaded) {
      List<Class<?>> known = copies.get(type.getName());
      if (known != null) {
        known.add(type);
      }
    }
    ClassLoader system = ClassLoader.getSystemClassLoader();
    for (List<Class<?>> each : copies.values()) {
      each.sort(Comparator.comparing(type -> type.getClassLoader() != system));
    }
  }

  /** Each copy of a class that was looked for. */
  public List<Class<?>> copies(String name) {
    return copies.getOrDefault(name, List.of());
  }
}
