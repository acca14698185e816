package dev.mcphotfix.agent.host;

import org.jspecify.annotations.Nullable;

/** Finds the types of a library of the host, in whichever class loader and, relocated, package. */
public final class LibraryType {

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
}
