package dev.mcphotfix.agent.host;

import java.lang.invoke.MethodType;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method of a host that was looked up, with the types that it takes at hand: to ask the method
 * for them makes a copy each time.
 *
 * @param types each as a class of objects
 */
record KnownMethod(Method method, List<Class<?>> types) {

  static KnownMethod of(Method method) {
    return new KnownMethod(method, types(method));
  }

  static List<Class<?>> types(Executable executable) {
    return Stream.of(executable.getParameterTypes()).<Class<?>>map(KnownMethod::boxed).toList();
  }

  boolean accepts(@Nullable Object... arguments) {
    return types.size() == arguments.length && accept(types, arguments);
  }

  static boolean accept(List<Class<?>> types, @Nullable Object... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      if (argument != null && !types.get(i).isInstance(argument)) {
        return false;
      }
    }
    return true;
  }

  private static Class<?> boxed(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }
}
