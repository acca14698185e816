package dev.mcphotfix.testapp.stack;

import java.io.OutputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletionException;

/**
 * Helidon's classes by reflection, since they cannot be compiled against before JDK 21. What a
 * method of theirs throws is the cause of a {@link CompletionException}.
 */
public final class HelidonCalls {

  private static final String ROOT = "io.helidon.";

  private HelidonCalls() {}

  /** A class by its name below {@code io.helidon}. */
  public static Class<?> load(String name) {
    try {
      return Class.forName(ROOT + name);
    } catch (ClassNotFoundException e) {
      throw new LinkageError(name, e);
    }
  }

  /** An object of an interface of Helidon's that has one method to be written. */
  public static Object implement(String interfaceName, InvocationHandler method) {
    Class<?> type = load(interfaceName);
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, called, arguments) ->
            called.isDefault()
                ? InvocationHandler.invokeDefault(proxy, called, arguments)
                : method.invoke(proxy, called, arguments));
  }

  /** Of a client. */
  public static Object builder() {
    return call(load("webclient.api.WebClient"), "builder");
  }

  /** The client, of the protocols with these names. */
  public static Object client(Object builder, String... protocols) {
    for (String protocol : protocols) {
      call(builder, "addProtocolPreference", protocol);
    }
    return call(builder, "build");
  }

  /** What writes a body to Helidon's stream. */
  @FunctionalInterface
  public interface Writer {
    void write(OutputStream out) throws Exception;
  }

  /** Sends a body that is written when there is a connection. */
  public static Object write(Object request, Writer writer) {
    Object handler =
        implement(
            "webclient.api.ClientRequest$OutputStreamHandler",
            (proxy, method, arguments) -> {
              writer.write((OutputStream) arguments[0]);
              return null;
            });
    return call(request, "outputStream", handler);
  }

  /** Adds a field to a header. */
  public static void header(Object headers, String name, String value) {
    call(headers, "add", call(load("http.HeaderValues"), "create", name, value));
  }

  /** The whole text of a response. */
  public static String text(Object response) {
    return (String) call(call(response, "entity"), "as", String.class);
  }

  /** Calls a public method of an object, or a static one of a class. */
  public static Object call(Object receiver, String name, Object... arguments) {
    Class<?> type = receiver instanceof Class<?> owner ? owner : receiver.getClass();
    try {
      for (Method method : type.getMethods()) {
        if (method.getName().equals(name) && takes(method, arguments)) {
          method.setAccessible(true); // Some are declared by types that are not public.
          return method.invoke(receiver, arguments);
        }
      }
    } catch (InvocationTargetException e) {
      throw new CompletionException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new LinkageError(name, e);
    }
    throw new LinkageError("no method " + name + " in " + type);
  }

  private static boolean takes(Method method, Object... arguments) {
    Class<?>[] types =
        MethodType.methodType(void.class, method.getParameterTypes()).wrap().parameterArray();
    boolean all = types.length == arguments.length;
    for (int i = 0; all && i < types.length; i++) {
      all = types[i].isInstance(arguments[i]);
    }
    return all;
  }
}
