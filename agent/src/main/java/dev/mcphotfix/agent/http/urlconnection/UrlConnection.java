package dev.mcphotfix.agent.http.urlconnection;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.oauth.exchange.TokenRequests;
import dev.mcphotfix.agent.oauth.request.ContentType;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code java.net.HttpURLConnection} and {@code HttpsURLConnection}: buffered, of fixed length and
 * chunked.
 *
 * <p>Of a response's body only what came together with its header is observed. An {@code
 * Authorization} that the JDK itself adds, because an {@code Authenticator} has answered a
 * challenge before, is not seen.
 */
public final class UrlConnection implements HttpStack {

  static final String NAME = "url-connection";

  private static final String CLASS = "sun.net.www.protocol.http.HttpURLConnection";
  private static final String OUTPUT = "getOutputStream";
  private static final String SEND = "writeRequests";

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
            point(SEND, new Target.Field("requests")),
            call -> header(call, requests)),
        // Behind the header's, which decides.
        new Site(
            NAME + "-new-length",
            point(SEND, new Target.Field("fixedContentLengthLong")),
            call -> seen(call, (request, sent) -> request.fixedLength())),
        new Site(
            NAME + "-answer",
            point("followRedirect", new Target.Field("inputStream")),
            call -> seen(call, UrlConnectionResponse::observe)),
        new Site(
            NAME + "-status",
            point("getInputStream", new Target.Return()),
            call -> seen(call, UrlConnectionResponse::observeFailure)));
  }

  private static HookPoint point(String method, Target target) {
    return new HookPoint(NAME, CLASS, method, List.of(), target);
  }

  /**
   * A short form of fixed length is buffered until it is sent, since its length goes ahead of it.
   */
  private boolean buffer(Invocation call, TokenRequests requests) {
    HttpURLConnection connection = connection(call);
    long length = call.value() instanceof Number number ? number.longValue() : -1;
    boolean isShort = length >= 0 && length <= FormBytes.LARGEST;
    if (!isShort || !concerns(connection, requests)) {
      return false;
    }
    opened(connection, requests).fixLength();
    return true;
  }

  private @Nullable Object body(Invocation call, TokenRequests requests) {
    HttpURLConnection connection = connection(call);
    if (call.value() instanceof ByteArrayOutputStream poster) {
      return concerns(connection, requests) ? opened(connection, requests).buffered(poster) : null;
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
      opened(connection, requests)
          .start(connection.getURL().toString(), MessageHeader.of(call.value()));
    }
    return null;
  }

  /** Asked about each request of the host, and meant for those that are under way. */
  private @Nullable Object seen(
      Invocation call, BiFunction<UrlConnectionRequest, Invocation, @Nullable Object> handler) {
    UrlConnectionRequest request = open.get(connection(call));
    return request == null ? null : handler.apply(request, call);
  }

  private UrlConnectionRequest opened(HttpURLConnection connection, TokenRequests requests) {
    return open.computeIfAbsent(connection, key -> new UrlConnectionRequest(requests));
  }

  /** What has output becomes a POST, and is a form unless the host says otherwise. */
  private static boolean concerns(HttpURLConnection connection, TokenRequests requests) {
    String method = connection.getRequestMethod();
    String type = connection.getRequestProperty(MessageHeader.CONTENT_TYPE);
    return connection.getDoOutput()
        && requests.concerns(
            method.equals("GET") ? "POST" : method,
            connection.getURL().toString(),
            type == null ? ContentType.FORM : type);
  }

  static HttpURLConnection connection(Invocation call) {
    return (HttpURLConnection) Objects.requireNonNull(call.self());
  }
}
