package dev.mcphotfix.agent.host;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Calls a host's own copy of a library by the names of its methods, whose types the agent cannot
 * name: the library may be in any class loader, or in several. All throw a {@link
 * HostCallException} where there is no such method, or it throws. Thread-safe.
 */
public final class HostCalls {

  private HostCalls() {}

  /** Calls a public method that the receiver's class or one of its supertypes declares. */
  public static @Nullable Object call(Object receiver, String name, @Nullable Object... arguments) {
    return Reflection.invoke(
        KnownMethods.of(receiver.getClass()).get(name, arguments), receiver, arguments);
  }

  /** The same for the host's sake: what it throws passes through a {@link StandIn} as it is. */
  public static @Nullable Object pass(Object receiver, String name, @Nullable Object... arguments) {
    try {
      return call(receiver, name, arguments);
    } catch (HostCallException e) {
      throw HostThrew.of(e);
    }
  }

  /** The same for a method of which it is known that it answers something. */
  public static Object answer(Object receiver, String name, @Nullable Object... arguments) {
    Object answer = call(receiver, name, arguments);
    if (answer == null) {
      throw new HostCallException(name + " of " + receiver.getClass().getName() + " is null");
    }
    return answer;
  }

  /** Calls a public static method of the class. */
  public static @Nullable Object callStatic(
      Class<?> type, String name, @Nullable Object... arguments) {
    return Reflection.invoke(KnownMethods.of(type).get(name, arguments), null, arguments);
  }

  /** Calls a public constructor of a class that the neighbour's class loader knows. */
  public static Object create(Object neighbour, String className, @Nullable Object... arguments) {
    for (Constructor<?> constructor : LibraryType.near(neighbour, className).getConstructors()) {
      if (KnownMethods.accepts(constructor, arguments)) {
        return Reflection.construct(constructor, arguments);
      }
    }
    throw new HostCallException("no such constructor of " + className);
  }

  /** What a public static field of the class holds. */
  public static @Nullable Object constant(Class<?> type, String name) {
    try {
      return Reflection.get(type.getField(name), null);
    } catch (NoSuchFieldException e) {
      throw new HostCallException(e.toString());
    }
  }

  /** What a field holds that the receiver's class or a superclass declares, if not visible. */
  public static @Nullable Object field(Object receiver, String name) {
    return Reflection.get(declared(receiver, name), receiver);
  }

  /** Gives another value to such a field, which is not final. */
  public static void setField(Object receiver, String name, @Nullable Object value) {
    Reflection.set(declared(receiver, name), receiver, value);
  }

  private static Field declared(Object receiver, String name) {
    for (Class<?> type = receiver.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Field field = type.getDeclaredField(name);
        ModuleAccess.open(field);
        return field;
      } catch (NoSuchFieldException above) {
        // It may be a superclass that has it.
      } catch (RuntimeException hidden) {
        throw new HostCallException(hidden.toString());
      }
    }
    throw new HostCallException("no field " + name + " in " + receiver.getClass().getName());
  }
}
