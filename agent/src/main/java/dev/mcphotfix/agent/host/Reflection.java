package dev.mcphotfix.agent.host;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The one place from which code of the host is called by reflection. All throw a {@link
 * HostCallException} where the host throws or may not be called. What is public in a package that
 * its module does not export is opened when it is called first.
 */
public final class Reflection {

  private Reflection() {}

  public static @Nullable Object invoke(
      Method method, @Nullable Object receiver, @Nullable Object @Nullable ... arguments) {
    try {
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      throw new HostCallException(e.getCause());
    } catch (IllegalAccessException e) {
      if (ModuleAccess.open(method)) {
        return invoke(method, receiver, arguments);
      }
      throw new HostCallException(e.toString());
    }
  }

  public static Object construct(Constructor<?> constructor, @Nullable Object... arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new HostCallException(e.getCause());
    } catch (IllegalAccessException e) {
      if (ModuleAccess.open(constructor)) {
        return construct(constructor, arguments);
      }
      throw new HostCallException(e.toString());
    } catch (InstantiationException e) {
      throw new HostCallException(e.toString());
    }
  }

  /** Of a static field where the receiver is null. */
  public static @Nullable Object get(Field field, @Nullable Object receiver) {
    try {
      return field.get(receiver);
    } catch (IllegalAccessException e) {
      if (ModuleAccess.open(field)) {
        return get(field, receiver);
      }
      throw new HostCallException(e.toString());
    }
  }

  public static void set(Field field, Object receiver, @Nullable Object value) {
    try {
      field.set(receiver, value);
    } catch (IllegalAccessException e) {
      throw new HostCallException(e.toString());
    }
  }
}
