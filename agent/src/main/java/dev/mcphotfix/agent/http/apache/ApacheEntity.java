package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.HostProxies;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.HeldStream;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the entity of a token request of Apache HttpClient 4 or 5 while it is sent once.
 * Used by the one thread that sends it.
 */
final class ApacheEntity implements InvocationHandler {

  private final Object entity;
  private final Function<@Nullable String, Exchange> examination;
  private @Nullable Exchange exchange;
  private byte @Nullable [] read;
  private @Nullable Throwable failure;

  /**
   * @param examination is given the form, or null where it is not known
   */
  ApacheEntity(Object entity, Function<@Nullable String, Exchange> examination) {
    this.entity = entity;
    this.examination = examination;
  }

  /** Null for an entity of the host's. */
  static @Nullable ApacheEntity of(@Nullable Object entity) {
    return entity != null
            && Proxy.isProxyClass(entity.getClass())
            && Proxy.getInvocationHandler(entity) instanceof ApacheEntity sent
        ? sent
        : null;
  }

  Object standIn(Class<?> type) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
  }

  /** Null while nothing was decided. */
  @Nullable Exchange exchange() {
    return exchange;
  }

  /**
   * Decides about a body whose length is sent ahead of it, and answers the length to send. It is
   * read now, unless the server may refuse it unread and the host could not read it once more.
   */
  long decide(long length, boolean expectsContinue) {
    boolean once = expectsContinue && (boolean) HostCalls.answer(entity, "isStreaming");
    if (length > FormBytes.LARGEST || once) {
      exchange = examination.apply(null);
      return length;
    }
    byte[] body = read();
    boolean whole = failure == null && body.length == length;
    read = decide(whole ? body : null);
    if (read == null) {
      read = body;
    }
    return whole ? read.length : length;
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (!method.getName().equals("writeTo")
        || arguments == null
        || !(arguments[0] instanceof OutputStream out)) {
      return HostProxies.forward(entity, method, arguments);
    }
    if (read != null) {
      out.write(read);
      throwFailure();
    } else if (exchange == null) {
      hold(method, out);
    } else {
      HostProxies.forward(entity, method, arguments);
    }
    return null;
  }

  private void hold(Method writeTo, OutputStream out) throws Throwable {
    HeldStream held = new HeldStream(out, this::decide);
    try {
      HostProxies.forward(entity, writeTo, new Object[] {held});
    } catch (Throwable e) {
      held.breakOff();
      throw e;
    }
    held.close();
  }

  /**
   * As far as it can be read: the host is told of a failure where it would be without the agent.
   */
  private byte[] read() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      HostCalls.call(entity, "writeTo", bytes);
    } catch (HostCallException e) {
      failure = e.getCause() == null ? e : e.getCause();
    }
    return bytes.toByteArray();
  }

  private void throwFailure() throws Throwable {
    if (failure != null) {
      throw failure;
    }
  }

  private byte @Nullable [] decide(byte @Nullable [] form) {
    Exchange decided = examination.apply(FormBytes.text(form));
    exchange = decided;
    return FormBytes.changed(decided);
  }
}
