package dev.mcphotfix.agent.host;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Finds methods of a class of the host by the types of their parameters. */
public final class HostMethods {

  private HostMethods() {}

  /**
   * A public method as anyone may call it, though a class that is not public may implement it.
   *
   * @throws HostCallException where there is none
   */
  public static Method open(Class<?> type, String name, Class<?>... parameters) {
    Method method = inherited(type, name, parameters);
    if (method == null) {
      throw new HostCallException("no method " + name + " in " + type.getName());
    }
    ModuleAccess.open(method);
    return method;
  }

  /**
   * A method of the instances, of the class or of a supertype, whatever its visibility; null where
   * there is none that may be called.
   */
  public static @Nullable Method find(Class<?> type, String name, Class<?>... parameters) {
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      Method method = declared(each, name, parameters);
      if (method != null && usable(method)) {
        return method;
      }
    }
    Method method = inherited(type, name, parameters); // Which only an interface may declare.
    return method == null || method.getDeclaringClass() == Object.class || !usable(method)
        ? null
        : method;
  }

  private static @Nullable Method declared(Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getDeclaredMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static @Nullable Method inherited(Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static boolean usable(Method method) {
    return !Modifier.isStatic(method.getModifiers()) && ModuleAccess.open(method);
  }
}
