package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.HostProxies;
import dev.mcphotfix.agent.http.FormBytes;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the {@code DataStreamChannel} of Apache HttpClient 5, or the {@code ContentEncoder}
 * of HttpAsyncClient 4, that a host's producer writes to: holds the body until it is whole, so that
 * another can go out in its place. What is longer than 64 KiB passes as it comes. Thread-safe, as
 * the channel is.
 */
final class HeldChannel implements InvocationHandler {

  static final long UNKNOWN = -1;

  private final UnaryOperator<byte @Nullable []> decision;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private @Nullable Object channel;
  private @Nullable Object control;
  private @Nullable ByteBuffer released;
  private boolean whole;
  private @Nullable Method end;
  private @Nullable Object @Nullable [] trailers;

  /**
   * @param decision called once: answers what to send for the whole body, or null to leave it; is
   *     given null where that is too long or did not come in time
   */
  HeldChannel(UnaryOperator<byte @Nullable []> decision) {
    this.decision = decision;
  }

  Object standIn(Class<?> type) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
  }

  /** The number of bytes that were written so far, or released. */
  synchronized int size() {
    return released == null ? held.size() : released.remaining();
  }

  /** Whether there is nothing more to come from the producer. */
  synchronized boolean isWhole() {
    return whole;
  }

  /** Whether the client has to ask once more. */
  synchronized boolean isWaiting() {
    return released != null && (released.hasRemaining() || end != null);
  }

  /**
   * Decides now, if nothing was decided yet.
   *
   * @param length of the whole body; any more or less than that passes as it is
   */
  synchronized void decide(long length) {
    if (released == null) {
      release(held.size() == length ? held.toByteArray() : null);
    }
  }

  /**
   * @param asker has the method {@code requestOutput}
   */
  synchronized void attach(Object behind, @Nullable Object asker) {
    channel = behind;
    control = asker;
  }

  @Override
  public synchronized @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    return switch (method.getName()) {
      case "write" ->
          arguments != null && arguments[0] instanceof ByteBuffer part ? write(part) : 0;
      case "endStream", "complete" -> end(method, arguments);
      case "isCompleted" -> whole;
      case "requestOutput" ->
          control == null ? null : HostProxies.forward(control, method, arguments);
      default -> HostProxies.forward(this, method, arguments);
    };
  }

  private @Nullable Object end(Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    whole = true;
    end = method;
    trailers = arguments;
    if (released == null) {
      release(held.toByteArray());
    }
    return send();
  }

  private @Nullable Object write(ByteBuffer part) throws Throwable {
    int count = part.remaining();
    if (released == null && held.size() + count <= FormBytes.LARGEST) {
      byte[] bytes = new byte[count];
      part.get(bytes);
      held.writeBytes(bytes);
      if (control != null) { // What is held does not wake the connection as a write does.
        HostProxies.call(control, "requestOutput");
      }
      return count;
    }
    decide(UNKNOWN);
    send();
    return channel == null || size() > 0
        ? 0 // As of a channel that is full.
        : HostProxies.call(channel, "write", part);
  }

  /** Sends on what the channel takes. */
  synchronized @Nullable Object send() throws Throwable {
    if (channel == null || released == null) {
      return null;
    }
    if (released.hasRemaining()) {
      HostProxies.call(channel, "write", released);
    }
    if (released.hasRemaining()) {
      return control == null ? null : HostProxies.call(control, "requestOutput");
    }
    Method last = end;
    end = null;
    return last == null ? null : HostProxies.forward(channel, last, trailers);
  }

  private void release(byte @Nullable [] form) {
    byte[] decided = decision.apply(form);
    released = ByteBuffer.wrap(decided == null ? held.toByteArray() : decided);
    held.reset();
  }
}
