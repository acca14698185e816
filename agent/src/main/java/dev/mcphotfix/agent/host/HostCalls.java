package dev.mcphotfix.agent.host;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls a host's own copy of a library, whose types the agent cannot name: the library may be in
 * any class loader, or in several. Methods are looked up once for each class and remembered by the
 * class itself, so that no class loader is held. Thread-safe.
 */
public final class HostCalls {

  private static final ClassMemory<Map<String, List<KnownMethod>>> KNOWN =
      ClassMemory.of(type -> new ConcurrentHashMap<>());

  private static final ClassMemory<Map<String, Class<?>>> TYPES =
      ClassMemory.of(type -> new ConcurrentHashMap<>());

  private HostCalls() {}

  /**
   * Calls a public method that the receiver's class or one of its supertypes declares.
   *
   * @throws HostCallException where there is no such method, or it throws
   */
  public static @Nullable Object call(Object receiver, String name, @Nullable Object... arguments) {
    return invoke(method(receiver.getClass(), name, arguments), receiver, arguments);
  }

  /** The same for a method of which it is known that it answers something. */
  public static Object answer(Object receiver, String name, @Nullable Object... arguments) {
    Object answer = call(receiver, name, arguments);
    if (answer == null) {
      throw new HostCallException(name + " of " + receiver.getClass().getName() + " is null");
    }
    return answer;
  }

  /** Calls a public static method of a class that the neighbour's class loader knows. */
  public static @Nullable Object callStatic(
      Object neighbour, String className, String name, @Nullable Object... arguments) {
    return invoke(method(type(neighbour, className), name, arguments), null, arguments);
  }

  /** Calls a public constructor of a class that the neighbour's class loader knows. */
  public static Object create(Object neighbour, String className, @Nullable Object... arguments) {
    Class<?> type = type(neighbour, className);
    for (Constructor<?> constructor : type.getConstructors()) {
      if (accepts(constructor, arguments)) {
        try {
          return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
          throw new HostCallException(e);
        }
      }
    }
    throw new HostCallException("no such constructor of " + className);
  }

  /**
   * A class as the neighbour's class sees it, by the name that its library gives it. Where the
   * neighbour is of a copy of the library whose packages were moved, so is the class.
   */
  public static Class<?> type(Object neighbour, String className) {
    Map<String, Class<?>> types = TYPES.get(neighbour.getClass());
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

  private static @Nullable Object invoke(
      Method method, @Nullable Object receiver, @Nullable Object... arguments) {
    try {
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      throw new HostCallException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new HostCallException(e);
    }
  }

  /** Allocates nothing where the method is known, since it is called for each request. */
  private static Method method(Class<?> type, String name, @Nullable Object... arguments) {
    Map<String, List<KnownMethod>> known = KNOWN.get(type);
    List<KnownMethod> overloads = known.getOrDefault(name, List.of());
    for (int i = 0; i < overloads.size(); i++) {
      if (overloads.get(i).accepts(arguments)) {
        return overloads.get(i).method();
      }
    }
    Method found = find(type, name, arguments);
    found = found == null ? hidden(type, name, arguments) : found;
    if (found == null) {
      throw new HostCallException(
          "no method " + name + '/' + arguments.length + " in " + type.getName());
    }
    known.merge(name, List.of(KnownMethod.of(found)), HostCalls::both);
    return found;
  }

  private static List<KnownMethod> both(List<KnownMethod> some, List<KnownMethod> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /** Prefers the declaration in a type that is public, since its own class may not be. */
  private static @Nullable Method find(Class<?> type, String name, @Nullable Object... arguments) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      Method declared = declared(each, name, arguments);
      for (Class<?> implemented : each.getInterfaces()) {
        declared = declared == null ? find(implemented, name, arguments) : declared;
      }
      if (declared != null) {
        return declared;
      }
    }
    return null;
  }

  /** A public method that only types declare which are not public themselves. */
  private static @Nullable Method hidden(
      Class<?> type, String name, @Nullable Object... arguments) {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name)
          && accepts(method, arguments)
          && method.trySetAccessible()) {
        return method;
      }
    }
    return null;
  }

  private static @Nullable Method declared(
      Class<?> type, String name, @Nullable Object... arguments) {
    if (!Modifier.isPublic(type.getModifiers())) {
      return null;
    }
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(name)
          && Modifier.isPublic(method.getModifiers())
          && accepts(method, arguments)) {
        return method;
      }
    }
    return null;
  }

  private static boolean accepts(Executable executable, @Nullable Object... arguments) {
    return executable.getParameterCount() == arguments.length
        && KnownMethod.accept(KnownMethod.types(executable), arguments);
  }
}
