package dev.mcphotfix.agent.host;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls into host code whose types the agent cannot name; all say it when the host refuses. */
public final class Reflection {

  private Reflection() {}

  public static @Nullable Object invoke(
      Method method, @Nullable Object receiver, @Nullable Object... arguments) {
    try {
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException | IllegalAccessException e) {
      throw new HostRefusedException(e);
    }
  }

  public static Object construct(Constructor<?> constructor, @Nullable Object... arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new HostRefusedException(e);
    }
  }

  public static @Nullable Object get(Field field, Object receiver) {
    try {
      return field.get(receiver);
    } catch (IllegalAccessException e) {
      throw new HostRefusedException(e);
    }
  }

  public static void set(Field field, Object receiver, @Nullable Object value) {
    try {
      field.set(receiver, value);
    } catch (IllegalAccessException e) {
      throw new HostRefusedException(e);
    }
  }
}
