package dev.mcphotfix.agent.host;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the types of a library of the host, in whichever class loader and, relocated, package. */
public final class LibraryType {

  private static final ClassMemory<Map<String, Class<?>>> KNOWN =
      ClassMemory.of(type -> new ConcurrentHashMap<>());

  private LibraryType() {}

  /**
   * The class itself or its first supertype of that name; null where there is none.
   *
   * @param name as the library itself gives it; a relocated copy has something before it
   */
  public static @Nullable Class<?> above(@Nullable Class<?> type, String name) {
    if (type == null || type.getName().equals(name) || type.getName().endsWith('.' + name)) {
      return type;
    }
    for (Class<?> each : type.getInterfaces()) {
      Class<?> found = above(each, name);
      if (found != null) {
        return found;
      }
    }
    return above(type.getSuperclass(), name);
  }

  /** Another type of the library, in the package of this one. */
  public static Class<?> beside(Class<?> type, String simpleName) throws ClassNotFoundException {
    return Class.forName(type.getPackageName() + '.' + simpleName, false, type.getClassLoader());
  }

  /** The class of an object and whose copy it is, for the log. */
  public static String origin(Object object) {
    ClassLoader loader = object.getClass().getClassLoader();
    String name = loader == null ? "bootstrap" : loader.getName();
    return object.getClass().getName() + '@' + (name == null ? loader.getClass().getName() : name);
  }

  /**
   * A class as the neighbour's class sees it, by the name that its library gives it. Where the
   * neighbour is of a copy of the library whose packages were moved, so is the class.
   *
   * @throws HostCallException where there is none
   */
  public static Class<?> near(Object neighbour, String className) {
    Map<String, Class<?>> types = KNOWN.get(neighbour.getClass());
    Class<?> known = types.get(className);
    return known == null ? types.computeIfAbsent(className, name -> find(neighbour, name)) : known;
  }

  private static Class<?> find(Object neighbour, String className) {
    Class<?> near = neighbour.getClass();
    for (int end = near.getName().lastIndexOf('.'); end > 0; ) {
      Class<?> moved = load(near.getName().substring(0, end + 1) + className, near);
      if (moved != null) {
        return moved;
      }
      end = near.getName().lastIndexOf('.', end - 1);
    }
    Class<?> type = load(className, near);
    if (type == null) {
      throw new HostCallException("no class " + className + " beside " + near.getName());
    }
    return type;
  }

  private static @Nullable Class<?> load(String className, Class<?> near) {
    try {
      return Class.forName(className, true, near.getClassLoader());
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
