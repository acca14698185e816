package dev.mcphotfix.agent.netty;

import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.HostCalls;
import dev.mcphotfix.agent.oauth.TokenRequest;
import dev.mcphotfix.agent.oauth.TokenRequests;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code HttpRequest} of Netty that posts something, as its encoder is given it. Its body is with
 * it, or follows.
 */
record NettyRequest(Object encoder, Object context, Object message, Object headers) {

  private static final String HTTP = "io.netty.handler.codec.http.";
  private static final String REQUEST = HTTP + "HttpRequest";
  private static final String LAST = HTTP + "LastHttpContent";
  private static final String LENGTH = "Content-Length";
  private static final String SOME_ENDPOINT = "https://localhost/token";

  /** Null for whatever else is encoded. */
  static @Nullable NettyRequest ofPost(Object encoder, Object context, @Nullable Object message) {
    return message != null
            && HostCalls.type(encoder, REQUEST).isInstance(message)
            && HostCalls.answer(message, "method").toString().equals("POST")
        ? new NettyRequest(encoder, context, message, HostCalls.answer(message, "headers"))
        : null;
  }

  /** Puts the url together for forms only. */
  boolean concerns(TokenRequests requests) {
    String type = (String) HostCalls.call(headers, "get", "Content-Type");
    return requests.concerns("POST", SOME_ENDPOINT, type) && requests.concerns("POST", url(), type);
  }

  TokenRequest takenApart(byte @Nullable [] form) {
    return new TokenRequest("POST", url(), this::values, FormBytes.text(form));
  }

  Object pipeline() {
    return HostCalls.answer(context, "pipeline");
  }

  NettyBuffers buffers() {
    return new NettyBuffers(encoder);
  }

  /** Whether the body ends with that message, which may be the request itself. */
  boolean endsWith(Object part) {
    return HostCalls.type(encoder, LAST).isInstance(part);
  }

  boolean isResponse(Object read) {
    return HostCalls.type(encoder, HTTP + "HttpResponse").isInstance(read);
  }

  /** Whether the server is asked for its consent before the body is sent. */
  boolean isExpectant() {
    return !values("Expect").isEmpty();
  }

  /** Negative where it is not told. */
  long length() {
    Object length = HostCalls.call(headers, "get", LENGTH);
    return length == null ? -1 : Long.parseLong(length.toString());
  }

  /** The head alone. */
  Object head() {
    return buffers().size(message) < 0 ? message : create("DefaultHttpRequest", headers);
  }

  /** A part of a body. */
  Object content(byte[] bytes) {
    return HostCalls.create(encoder, HTTP + "DefaultHttpContent", buffers().of(bytes));
  }

  /**
   * The whole request with another body; of its header only the length is another.
   *
   * @param last the message that ends the body, with the trailer
   */
  Object with(byte[] form, Object last) {
    Object fields = HostCalls.create(encoder, HTTP + "DefaultHttpHeaders", false);
    Iterator<?> all = (Iterator<?>) HostCalls.answer(headers, "iteratorCharSequence");
    while (all.hasNext()) {
      Map.Entry<?, ?> field = (Map.Entry<?, ?>) all.next();
      boolean isLength = field.getKey().toString().equalsIgnoreCase(LENGTH);
      Object value = isLength ? String.valueOf(form.length) : field.getValue();
      HostCalls.call(fields, "add", field.getKey(), value);
    }
    Object trailer = HostCalls.answer(last, "trailingHeaders");
    return create("DefaultFullHttpRequest", buffers().of(form), fields, trailer);
  }

  /** Gives the request up to its encoder for what is encoded instead. */
  Object replacedBy(Object other) {
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
    Class<?> tls = HostCalls.type(encoder, "io.netty.handler.ssl.SslHandler");
    String scheme = HostCalls.call(pipeline(), "get", tls) == null ? "http://" : "https://";
    return scheme + HostCalls.call(headers, "get", "Host") + uri;
  }

  @SuppressWarnings("unchecked")
  private List<String> values(String name) {
    return (List<String>) HostCalls.answer(headers, "getAll", name);
  }
}
