package dev.mcphotfix.agent.http.ktor;

import dev.mcphotfix.agent.host.HostProxies;
import dev.mcphotfix.agent.host.LibraryType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A function of Kotlin's that is handed to a host's library, of which the agent knows no types. */
record KotlinFunction(Function<Object[], @Nullable Object> body) implements InvocationHandler {

  private static final Object[] NONE = {};

  /**
   * @param neighbour has a class that sees Kotlin
   */
  static Object of(Object neighbour, int parameters, Function<Object[], @Nullable Object> body) {
    Class<?> type = LibraryType.near(neighbour, "kotlin.jvm.functions.Function" + parameters);
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, new KotlinFunction(body));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    return method.getName().equals("invoke")
        ? body.apply(arguments == null ? NONE : arguments)
        : HostProxies.forward(this, method, arguments);
  }
}
