package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code HttpRequest} of Netty that posts something, as its encoder is given it. Its body is with
 * it, or follows.
 */
record NettyHttp1Request(Object encoder, Object context, Object message, Object headers)
    implements NettyRequest {

  private static final String HTTP = "io.netty.handler.codec.http.";
  private static final String REQUEST = HTTP + "HttpRequest";
  private static final String LAST = HTTP + "LastHttpContent";
  private static final String LENGTH = "Content-Length";

  /** Null for whatever else is encoded. */
  static @Nullable NettyHttp1Request ofPost(
      Object encoder, Object context, @Nullable Object message, Examiner examiner) {
    if (message == null || !LibraryType.near(encoder, REQUEST).isInstance(message)) {
      return null;
    }
    boolean isPost = HostCalls.answer(message, "method").toString().equals("POST");
    if (!isPost && !examiner.looksAhead()) {
      return null;
    }
    NettyHttp1Request request =
        new NettyHttp1Request(encoder, context, message, HostCalls.answer(message, "headers"));
    if (examiner.looksAhead()) {
      examiner.met(request.url());
    }
    return isPost ? request : null;
  }

  /** Puts the url together for forms only. */
  @Override
  public @Nullable TokenRequest lead(Examiner examiner) {
    String type = (String) HostCalls.call(headers, "get", "Content-Type");
    return TokenRequest.isForm(type) ? examiner.lead("POST", url(), type) : null;
  }

  /** One request is sent after the other. */
  @Override
  public boolean has(Object message) {
    return true;
  }

  @Override
  public boolean endsWith(Object part) {
    return LibraryType.near(encoder, LAST).isInstance(part);
  }

  @Override
  public boolean isAbortedBy(Object message) {
    return false;
  }

  /** The connection is closed then, and its pipeline torn down. */
  @Override
  public boolean isAbandoned() {
    return false;
  }

  @Override
  public int status(Object read) {
    return LibraryType.near(encoder, HTTP + "HttpResponse").isInstance(read)
        ? (int) HostCalls.answer(HostCalls.answer(read, "status"), "code")
        : -1;
  }

  @Override
  public boolean isExpectant() {
    return !values("Expect").isEmpty();
  }

  @Override
  public long length() {
    Object length = HostCalls.call(headers, "get", LENGTH);
    return length == null ? -1 : Long.parseLong(length.toString());
  }

  @Override
  public Object head() {
    return buffers().size(message) < 0 ? message : create("DefaultHttpRequest", headers);
  }

  @Override
  public Object head(int length) {
    return create("DefaultHttpRequest", fields(length));
  }

  @Override
  public Object content(byte[] bytes) {
    return HostCalls.create(encoder, HTTP + "DefaultHttpContent", buffers().of(bytes));
  }

  @Override
  public Object last(byte[] bytes, Object last) {
    return HostCalls.answer(last, "replace", buffers().of(bytes));
  }

  @Override
  public Object with(byte[] form) {
    Object trailer = HostCalls.answer(message, "trailingHeaders");
    return create("DefaultFullHttpRequest", buffers().of(form), fields(form.length), trailer);
  }

  private Object fields(int length) {
    Object fields = HostCalls.create(encoder, HTTP + "DefaultHttpHeaders", false);
    Iterator<?> all = (Iterator<?>) HostCalls.answer(headers, "iteratorCharSequence");
    while (all.hasNext()) {
      Map.Entry<?, ?> field = (Map.Entry<?, ?>) all.next();
      boolean isLength = field.getKey().toString().equalsIgnoreCase(LENGTH);
      Object value = isLength ? String.valueOf(length) : field.getValue();
      HostCalls.call(fields, "add", field.getKey(), value);
    }
    return fields;
  }

  @Override
  public Object replacedBy(Object other) {
    if (encoderReleases()) {
      buffers().release(message);
    }
    return other;
  }

  /** In older versions it is the encoder's caller that does. */
  private boolean encoderReleases() {
    for (Method method : encoder.getClass().getMethods()) {
      if (method.getName().equals("write")) {
        return method.getDeclaringClass().getSimpleName().equals("HttpObjectEncoder");
      }
    }
    return false;
  }

  private Object create(String type, Object... rest) {
    Object[] arguments = new Object[3 + rest.length];
    arguments[0] = HostCalls.answer(message, "protocolVersion");
    arguments[1] = HostCalls.answer(message, "method");
    arguments[2] = HostCalls.answer(message, "uri");
    System.arraycopy(rest, 0, arguments, 3, rest.length);
    return HostCalls.create(encoder, HTTP + type, arguments);
  }

  private String url() {
    String uri = HostCalls.answer(message, "uri").toString();
    if (!uri.startsWith("/") && uri.contains("://")) {
      return uri; // As a proxy is asked.
    }
    Class<?> tls = LibraryType.near(encoder, "io.netty.handler.ssl.SslHandler");
    String scheme = HostCalls.call(pipeline(), "get", tls) == null ? "http://" : "https://";
    return scheme + HostCalls.call(headers, "get", "Host") + uri;
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<String> values(String name) {
    return (List<String>) HostCalls.answer(headers, "getAll", name);
  }
}
