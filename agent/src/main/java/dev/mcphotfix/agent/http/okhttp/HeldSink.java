package dev.mcphotfix.agent.http.okhttp;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.HostProxies;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * An {@code okio.Sink} that holds what is written to it until it is closed, so that the form can
 * still be changed then. What is longer than 64 KiB passes as it comes. Used by one thread.
 */
final class HeldSink implements InvocationHandler {

  private final Object sink;
  private final Object held;
  private final Decision decision;
  private boolean passing;

  /** What is asked once, on the thread that writes. */
  @FunctionalInterface
  interface Decision {

    /** Examines the whole body; null where it is too long. */
    Exchange about(byte @Nullable [] form);
  }

  private HeldSink(Object sink, Object held, Decision decision) {
    this.sink = sink;
    this.held = held;
    this.decision = decision;
  }

  /**
   * @param neighbour has a class that sees okio
   */
  static Object of(Object sink, Object neighbour, Decision decision) {
    Class<?> type = LibraryType.near(neighbour, "okio.Sink");
    Object buffer = HostCalls.create(neighbour, "okio.Buffer");
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, new HeldSink(sink, buffer, decision));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    boolean write = method.getName().equals("write");
    if (write && !passing && arguments != null) {
      long count = arguments[1] instanceof Long number ? number : 0;
      if (size() + count <= FormBytes.LARGEST) {
        return HostCalls.call(held, "write", arguments);
      }
      decision.about(null);
      release();
    } else if (method.getName().equals("close") && !passing) {
      decide();
      release();
    }
    return HostProxies.forward(sink, method, arguments);
  }

  private void decide() {
    byte[] bytes = (byte[]) HostCalls.answer(held, "readByteArray");
    byte[] changed = FormBytes.changed(decision.about(bytes));
    HostCalls.call(held, "write", (Object) (changed == null ? bytes : changed));
  }

  private void release() throws Throwable {
    passing = true;
    try {
      HostCalls.call(sink, "write", held, size());
    } catch (HostCallException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private long size() {
    return (long) HostCalls.answer(held, "size");
  }
}
