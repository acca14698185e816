package dev.mcphotfix.agent.http.jetty;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.HostProxies;
import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How Jetty 11 is given the pieces of a content that is held: one for each demand. Stands between
 * the content and what sends it, in both directions. Used by one thread at a time.
 */
final class JettySubscription {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Object consumer;
  private final JettyForm form;
  private final boolean headerGoesAhead;
  private boolean headerIsSent;
  private @Nullable Object source;
  private @Nullable Ending end;

  /** The end of a content that did not come in one piece, which has a demand of its own. */
  @FunctionalInterface
  private interface Ending {
    @Nullable Object send() throws Throwable;
  }

  private JettySubscription(Object consumer, boolean headerGoesAhead, JettyForm form) {
    this.consumer = consumer;
    this.headerGoesAhead = headerGoesAhead;
    this.form = form;
  }

  /**
   * Subscribes to the content.
   *
   * @param subscribe as it was called, with these arguments: the consumer, and whether content may
   *     be sent at once
   */
  static Object of(Object content, JettyForm form, Method subscribe, @Nullable Object[] arguments)
      throws Throwable {
    JettySubscription between =
        new JettySubscription(
            Objects.requireNonNull(arguments[0]), Boolean.FALSE.equals(arguments[1]), form);
    Object standIn = standIn(subscribe.getParameterTypes()[0], between::consume);
    between.source = HostProxies.forward(content, subscribe, new Object[] {standIn, arguments[1]});
    return standIn(subscribe.getReturnType(), between::subscribed);
  }

  private static Object standIn(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  /**
   * @param given buffer, whether it is the last, and what to call when it was sent
   */
  private @Nullable Object consume(Object proxy, Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    if (given == null || !(given[0] instanceof ByteBuffer piece) || passes(piece)) {
      return HostProxies.forward(consumer, method, given);
    }
    boolean last = Boolean.TRUE.equals(given[1]);
    byte[] whole = !form.isAhead() ? form.add(piece, last) : last ? form.takeAhead() : null;
    if (whole == null) {
      HostCalls.call(Objects.requireNonNull(given[2]), "succeeded");
      return HostCalls.call(Objects.requireNonNull(source), "demand");
    }
    given[0] = ByteBuffer.wrap(whole);
    if (last && !form.isOnePiece()) {
      Object sent = given[2];
      end = () -> HostProxies.forward(consumer, method, new Object[] {NOTHING, true, sent});
      given[1] = false;
      given[2] = Reflection.get(method.getParameterTypes()[2].getField("NOOP"), null);
    }
    return HostProxies.forward(consumer, method, given);
  }

  /** What has nothing in it makes Jetty send the header ahead, which decides about the rest. */
  private boolean passes(ByteBuffer piece) {
    boolean header = headerGoesAhead && !headerIsSent && !piece.hasRemaining();
    headerIsSent = true;
    return header || (form.isDecided() && !form.isAhead());
  }

  private @Nullable Object subscribed(
      Object proxy, Method method, @Nullable Object @Nullable [] given) throws Throwable {
    Ending left = end;
    end = null;
    return left != null && method.getName().equals("demand")
        ? left.send()
        : HostProxies.forward(Objects.requireNonNull(source), method, given);
  }
}
