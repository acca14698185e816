package dev.mcphotfix.agent.host;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls of the host's public methods. */
public final class Calls {

  private Calls() {}

  /** What a method without parameters answers. */
  public static @Nullable Object ask(Object target, String name)
      throws ReflectiveOperationException {
    return method(target.getClass(), name).invoke(target);
  }

  /** The class and whose copy it is. */
  public static String origin(Object target) {
    ClassLoader loader = target.getClass().getClassLoader();
    String name = loader == null ? "bootstrap" : loader.getName();
    return target.getClass().getName() + '@' + (name == null ? loader.getClass().getName() : name);
  }

  /** The method as anyone may call it, though a class that is not public may implement it. */
  public static Method method(Class<?> type, String name, Class<?>... parameters)
      throws NoSuchMethodException {
    Method method = type.getMethod(name, parameters);
    method.trySetAccessible();
    return method;
  }
}
