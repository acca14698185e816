package dev.mcphotfix.agent.host;

import java.lang.invoke.MethodType;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The public methods of one class of the host, found by what they are to be given and looked up
 * once for each. Remembered by the class itself, so that no class loader is held. Thread-safe.
 */
final class KnownMethods {

  private static final ClassMemory<KnownMethods> ALL = ClassMemory.of(KnownMethods::new);

  private final Class<?> type;
  private final Map<String, List<Known>> known = new ConcurrentHashMap<>();

  /**
   * @param types each as a class of objects; to ask the method for them makes a copy each time
   */
  private record Known(Method method, List<Class<?>> types) {}

  private KnownMethods(Class<?> type) {
    this.type = type;
  }

  static KnownMethods of(Class<?> type) {
    return ALL.get(type);
  }

  /**
   * Allocates nothing where the method is known, since it is called for each request.
   *
   * @throws HostCallException where there is none
   */
  Method get(String name, @Nullable Object... arguments) {
    List<Known> overloads = known.getOrDefault(name, List.of());
    for (int i = 0; i < overloads.size(); i++) {
      if (accept(overloads.get(i).types(), arguments)) {
        return overloads.get(i).method();
      }
    }
    Method found = find(type, name, arguments);
    found = found == null ? hidden(name, arguments) : found;
    if (found == null) {
      throw new HostCallException(
          "no method " + name + '/' + arguments.length + " in " + type.getName());
    }
    known.merge(name, List.of(new Known(found, types(found))), KnownMethods::both);
    return found;
  }

  static boolean accepts(Executable executable, @Nullable Object... arguments) {
    return executable.getParameterCount() == arguments.length
        && accept(types(executable), arguments);
  }

  private static List<Known> both(List<Known> some, List<Known> others) {
    List<Known> both = new ArrayList<>(some);
    both.addAll(others);
    return both;
  }

  /** Prefers the declaration in a type that is public, since its own class may not be. */
  private static @Nullable Method find(Class<?> type, String name, @Nullable Object... arguments) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      Method declared =
          Modifier.isPublic(each.getModifiers())
              ? first(each.getDeclaredMethods(), name, arguments)
              : null;
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
  private @Nullable Method hidden(String name, @Nullable Object... arguments) {
    Method method = first(type.getMethods(), name, arguments);
    return method != null && ModuleAccess.open(method) ? method : null;
  }

  private static @Nullable Method first(
      Method[] methods, String name, @Nullable Object... arguments) {
    for (Method method : methods) {
      if (method.getName().equals(name)
          && Modifier.isPublic(method.getModifiers())
          && accepts(method, arguments)) {
        return method;
      }
    }
    return null;
  }

  private static boolean accept(List<Class<?>> types, @Nullable Object... arguments) {
    if (types.size() != arguments.length) {
      return false;
    }
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      if (argument != null && !types.get(i).isInstance(argument)) {
        return false;
      }
    }
    return true;
  }

  private static List<Class<?>> types(Executable executable) {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> type : executable.getParameterTypes()) {
      types.add(type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type);
    }
    return types;
  }
}
