package dev.mcphotfix.agent.host;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Finds methods of a class of the host that may be called, whatever their visibility. */
public final class HostMethods {

  private HostMethods() {}

  /** A method of the instances, of the class or of a supertype; null where there is none. */
  public static @Nullable Method find(Class<?> type, String name, Class<?>... parameters) {
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      Method method = declared(each, name, parameters);
      if (method != null && usable(method)) {
        return method;
      }
    }
    return inherited(type, name, parameters);
  }

  private static @Nullable Method declared(Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getDeclaredMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  /** What only an interface declares, as builders may be. */
  private static @Nullable Method inherited(Class<?> type, String name, Class<?>... parameters) {
    try {
      Method method = type.getMethod(name, parameters);
      return method.getDeclaringClass() != Object.class && usable(method) ? method : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static boolean usable(Method method) {
    return !Modifier.isStatic(method.getModifiers()) && method.trySetAccessible();
  }
}
