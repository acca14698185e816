package dev.mcphotfix.agent.log.span;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another copy of the API in a class loader of its own, as of a web application. */
final class OtherCopy implements AutoCloseable {

  final List<String> told = new ArrayList<>();

  /** Of its spans, when they are told something. */
  @Nullable RuntimeException failure;

  private final URLClassLoader loader =
      new URLClassLoader(
          new URL[] {jar(Span.class), jar(Context.class), jar(ComponentLoader.class)},
          ClassLoader.getPlatformClassLoader()) {
        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
          if (ended) {
            throw new IllegalStateException("this application has been stopped");
          }
          return super.findClass(name);
        }
      };

  private boolean ended;

  private static URL jar(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  /** A class that is loaded, and stays as it is. */
  Class<?> type(String name) {
    try {
      return Class.forName("io.opentelemetry.".concat(name), false, loader);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Does that within a span of this copy's that records. */
  void within(Runnable work) throws ReflectiveOperationException {
    Class<?> type = type(SpanApi.SPAN);
    Object span = Proxy.newProxyInstance(loader, new Class<?>[] {type}, this::answer);
    Class<?> contexts = type("context.Context");
    Object context = contexts.getMethod("current").invoke(null);
    Object with = type.getMethod("storeInContext", contexts).invoke(span, context);
    ((Runnable) contexts.getMethod("wrap", Runnable.class).invoke(with, work)).run();
  }

  private Object answer(Object span, Method method, Object[] arguments) throws Throwable {
    switch (method.getName()) {
      case "isRecording":
        return true;
      case "addEvent":
        if (failure != null) {
          throw failure;
        }
        told.add(arguments[0] + " " + arguments[1]);
        return span;
      default:
        return InvocationHandler.invokeDefault(span, method, arguments);
    }
  }

  /** What is asked for from here on is not there, as after an application has been stopped. */
  void stop() {
    ended = true;
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
