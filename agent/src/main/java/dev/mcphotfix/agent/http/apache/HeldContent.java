package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.HostProxies;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the {@code HttpAsyncRequestProducer} of HttpAsyncClient 4, and holds the content of
 * a token request while it is sent. Used by one thread at a time.
 */
final class HeldContent implements InvocationHandler {

  private final Object producer;
  private final Class<?> encoderType;
  private volatile @Nullable HeldChannel held;
  private volatile @Nullable Exchange exchange;

  /**
   * @param encoderType of what the producer is to write to
   */
  HeldContent(Object producer, Class<?> encoderType) {
    this.producer = producer;
    this.encoderType = encoderType;
  }

  /** Null for a producer of the host's. */
  static @Nullable HeldContent of(@Nullable Object producer) {
    return producer != null
            && Proxy.isProxyClass(producer.getClass())
            && Proxy.getInvocationHandler(producer) instanceof HeldContent content
        ? content
        : null;
  }

  Object standIn(Class<?> type) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
  }

  /** Null while nothing was decided. */
  @Nullable Exchange exchange() {
    return exchange;
  }

  /** What is sent from now on is no token request. */
  void pass() {
    held = null;
    exchange = null;
  }

  /**
   * What is sent from now on is one, in chunks.
   *
   * @param examination is given the form, or null where it is not known
   */
  void hold(Function<@Nullable String, Exchange> examination) {
    held = new HeldChannel(form -> decide(form, examination));
  }

  /**
   * What is sent from now on is one whose length is sent ahead of it: answers the length to send.
   * It is read now, if it is there at once and could be read once more.
   *
   * @param control of the connection
   */
  long decide(long length, Object control, Function<@Nullable String, Exchange> examination) {
    HeldChannel ahead =
        new HeldChannel(
            form -> decide(form == null || form.length != length ? null : form, examination));
    if (length > FormBytes.LARGEST || !readAhead(ahead, control)) {
      held = null;
      decide(null, examination);
      return length;
    }
    held = ahead;
    Exchange decided = exchange;
    return decided == null || decided.addedClientId() == null ? length : ahead.size();
  }

  private byte @Nullable [] decide(
      byte @Nullable [] form, Function<@Nullable String, Exchange> examination) {
    Exchange decided = examination.apply(FormBytes.text(form));
    exchange = decided;
    return FormBytes.changed(decided);
  }

  private boolean readAhead(HeldChannel ahead, Object control) {
    if (!(boolean) HostCalls.answer(producer, "isRepeatable")) {
      return false;
    }
    try {
      Object encoder = ahead.standIn(encoderType);
      int before;
      do {
        before = ahead.size();
        HostProxies.call(producer, "produceContent", encoder, control);
      } while (!ahead.isWhole() && ahead.size() > before);
    } catch (Throwable e) { // The host is told of it when it is asked once more.
      HostCalls.call(producer, "resetRequest");
      return false;
    }
    if (!ahead.isWhole()) {
      HostCalls.call(producer, "resetRequest");
    }
    return ahead.isWhole();
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    HeldChannel channel = held;
    Object encoder =
        method.getName().equals("produceContent") && arguments != null ? arguments[0] : null;
    if (channel == null || arguments == null || encoder == null) {
      return HostProxies.forward(producer, method, arguments);
    }
    channel.attach(encoder, arguments[1]);
    if (!channel.isWhole()) {
      HostProxies.call(producer, "produceContent", channel.standIn(encoderType), arguments[1]);
    }
    return channel.send();
  }
}
