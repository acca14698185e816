package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code HttpRequest} of Netty, as its encoder is given it. Its body is with it, or follows. */
record NettyHttp1Request(Object encoder, Object context, Object message, Object headers)
    implements NettyRequest {

  private static final String HTTP = "io.netty.handler.codec.http.";
  private static final String REQUEST = HTTP + "HttpRequest";
  private static final String LAST = HTTP + "LastHttpContent";
  private static final String LENGTH = "Content-Length";

  /** Null for whatever else is encoded, and for what nobody asks about. */
  static @Nullable NettyHttp1Request of(
      Object encoder, Object context, @Nullable Object message, Examiner examiner) {
    if (message == null || !LibraryType.near(encoder, REQUEST).isInstance(message)) {
      return null;
    }
    boolean isPost = HostCalls.answer(message, "method").toString().equals("POST");
    if (!isPost && !examiner.looksAhead() && !examiner.traces()) {
      return null;
    }
    NettyHttp1Request request =
        new NettyHttp1Request(encoder, context, message, HostCalls.answer(message, "headers"));
    if (examiner.looksAhead()) {
      examiner.met(request.url());
    }
    return request;
  }

  @Override
  public String method() {
    return HostCalls.answer(message, "method").toString();
  }

  @Override
  public boolean posts() {
    return method().equals("POST");
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
    return buffers().size(message) < 0 ? message : copies().head();
  }

  @Override
  public Object head(int length) {
    return copies().head(length);
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
    return copies().whole(buffers().of(form), form.length);
  }

  @Override
  public Object replacedBy(Object other) {
    if (copies().encoderReleases()) {
      buffers().release(message);
    }
    return other;
  }

  private NettyHttp1Copies copies() {
    return new NettyHttp1Copies(encoder, message, headers);
  }

  @Override
  public String url() {
    String uri = HostCalls.answer(message, "uri").toString();
    if (!uri.startsWith("/") && uri.contains("://")) {
      return uri; // As a proxy is asked.
    }
    Class<?> tls = LibraryType.near(encoder, "io.netty.handler.ssl.SslHandler");
    String scheme = HostCalls.call(pipeline(), "get", tls) == null ? "http://" : "https://";
    return scheme + HostCalls.call(headers, "get", "Host") + uri;
  }

  @Override
  public List<String> values(String name) {
    return all(headers, name);
  }

  @Override
  public List<String> values(Object response, String name) {
    return all(HostCalls.answer(response, "headers"), name);
  }

  @SuppressWarnings("unchecked")
  private static List<String> all(Object fields, String name) {
    return (List<String>) HostCalls.answer(fields, "getAll", name);
  }
}
