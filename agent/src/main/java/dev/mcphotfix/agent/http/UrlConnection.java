package dev.mcphotfix.agent.http;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.oauth.TokenRequests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code java.net.HttpURLConnection} and {@code HttpsURLConnection}: buffered, of fixed length and
 * chunked.
 *
 * <p>Of a response only the status is observed, and that of a refusal only where the host asks for
 * the error stream. An {@code Authorization} that the JDK itself adds, because an {@code
 * Authenticator} has answered a challenge before, is not seen.
 */
final class UrlConnection implements HttpStack {

  static final String NAME = "url-connection";

  private static final String CLASS = "sun.net.www.protocol.http.HttpURLConnection";
  private static final String OUTPUT = "getOutputStream";

  /** The token requests that are under way. A value must not keep its key alive. */
  private final Map<Object, UrlConnectionRequest> open =
      Collections.synchronizedMap(new WeakHashMap<>());

  @Override
  public List<Site> sites(List<String> hooks, TokenRequests requests) {
    return List.of(
        new Site(
            NAME + "-length",
            point(OUTPUT, new Target.Field("fixedContentLength")),
            call -> buffer(call, requests) ? -1 : null),
        new Site(
            NAME + "-long-length",
            point(OUTPUT, new Target.Field("fixedContentLengthLong")),
            call -> buffer(call, requests) ? -1L : null),
        new Site(NAME + "-body", point(OUTPUT, new Target.Return()), call -> body(call, requests)),
        new Site(
            NAME + "-header",
            point("writeRequests", new Target.Field("requests")),
            call -> header(call, requests)),
        new Site(NAME + "-answer", point("getInputStream", new Target.Return()), this::answered),
        new Site(NAME + "-refusal", point("getErrorStream", new Target.Return()), this::answered));
  }

  private static HookPoint point(String method, Target target) {
    return new HookPoint(NAME, CLASS, method, List.of(), target);
  }

  /**
   * A short form of fixed length is buffered instead, since its length is sent ahead of it. It is
   * not sent on to where a redirect leads, which the JDK does not do with a fixed length either.
   */
  private static boolean buffer(Invocation call, TokenRequests requests) {
    HttpURLConnection connection = connection(call);
    long length = call.value() instanceof Number number ? number.longValue() : -1;
    boolean isShort = length >= 0 && length <= FormBytes.LARGEST;
    if (!isShort || !concerns(connection, requests)) {
      return false;
    }
    connection.setInstanceFollowRedirects(false);
    return true;
  }

  private @Nullable Object body(Invocation call, TokenRequests requests) {
    HttpURLConnection connection = connection(call);
    if (call.value() instanceof ByteArrayOutputStream poster) {
      return concerns(connection, requests)
          ? open.computeIfAbsent(connection, key -> new UrlConnectionRequest(requests))
              .buffered(poster)
          : null;
    }
    UrlConnectionRequest request = open.get(connection);
    return request == null || !(call.value() instanceof OutputStream stream)
        ? null
        : request.streamed(stream);
  }

  /** Called before the header is sent; a buffered body is complete then. */
  private @Nullable Object header(Invocation call, TokenRequests requests) {
    HttpURLConnection connection = connection(call);
    if (concerns(connection, requests) && call.value() != null) {
      open.computeIfAbsent(connection, key -> new UrlConnectionRequest(requests))
          .start(connection.getURL().toString(), MessageHeader.of(call.value()));
    }
    return null;
  }

  private @Nullable Object answered(Invocation call) {
    HttpURLConnection connection = connection(call);
    UrlConnectionRequest request = open.get(connection);
    if (request != null) {
      try {
        request.answered(connection.getResponseCode());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return null;
  }

  /** What has output becomes a POST, and is a form unless the host says otherwise. */
  private static boolean concerns(HttpURLConnection connection, TokenRequests requests) {
    String method = connection.getRequestMethod();
    String type = connection.getRequestProperty(MessageHeader.CONTENT_TYPE);
    return connection.getDoOutput()
        && requests.concerns(
            method.equals("GET") ? "POST" : method,
            connection.getURL().toString(),
            type == null ? MessageHeader.FORM : type);
  }

  private static HttpURLConnection connection(Invocation call) {
    return (HttpURLConnection) Objects.requireNonNull(call.self());
  }
}
