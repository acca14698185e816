package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.HostProxies;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the entity of a token response of Apache HttpClient 4 or 5, and looks at its
 * beginning while the host reads it. Used by one thread at a time.
 */
final class ObservedEntity implements InvocationHandler {

  private final Object entity;
  private final ApacheResponse response;
  private @Nullable InputStream content;

  private ObservedEntity(Object entity, ApacheResponse response) {
    this.entity = entity;
    this.response = response;
  }

  static Object of(Object entity, Class<?> type, ApacheResponse response) {
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, new ObservedEntity(entity, response));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (method.getName().equals("getContent")) {
      return content();
    }
    if (method.getName().equals("writeTo")
        && arguments != null
        && arguments[0] instanceof OutputStream out) {
      try (InputStream in = content()) {
        in.transferTo(out);
      }
      return null;
    }
    if (method.getName().equals("close")) {
      response.ended();
    }
    return HostProxies.forward(entity, method, arguments);
  }

  private InputStream content() throws Throwable {
    if (content == null) {
      content =
          new Content(
              Objects.requireNonNull((InputStream) HostProxies.call(entity, "getContent")),
              response);
    }
    return content;
  }

  private static final class Content extends FilterInputStream {

    private final ApacheResponse response;

    Content(InputStream content, ApacheResponse response) {
      super(content);
      this.response = response;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      if (count < 0) {
        response.ended();
      } else {
        response.passes(bytes, offset, count);
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      response.ended();
      super.close();
    }
  }
}
