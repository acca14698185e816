package dev.mcphotfix.agent.host;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** What the stand-ins for objects of a host's library do with calls that are not their business. */
public final class HostProxies {

  private HostProxies() {}

  /** Calls the object behind; throws what that throws. */
  public static @Nullable Object forward(
      Object behind, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(behind, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /** Calls a method of a host's object by its name; throws what that throws. */
  public static @Nullable Object call(Object behind, String name, @Nullable Object... arguments)
      throws Throwable {
    try {
      return HostCalls.call(behind, name, arguments);
    } catch (HostCallException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
