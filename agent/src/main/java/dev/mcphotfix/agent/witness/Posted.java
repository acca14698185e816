package dev.mcphotfix.agent.witness;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A POST of a form, or of what may be one, as each library is given it; null is whatever else.
 *
 * @param certain whether its type was seen
 */
record Posted(String url, boolean certain) {

  private static final String CONTENT_TYPE = "Content-Type";

  static @Nullable Posted ofJdk(Object request) {
    Object headers = HostCalls.answer(request, "headers");
    return posted(
        HostCalls.answer(request, "method"),
        HostCalls.answer(request, "uri"),
        first((List<?>) HostCalls.answer(headers, "allValues", CONTENT_TYPE)));
  }

  /** Its url, method, headers and content. */
  static @Nullable Posted ofKtor(List<@Nullable Object> given) {
    Object content = Objects.requireNonNull(given.get(3));
    Object type = HostCalls.call(content, "getContentType");
    Object method = HostCalls.answer(Objects.requireNonNull(given.get(1)), "getValue");
    if (type == null) {
      type = HostCalls.call(Objects.requireNonNull(given.get(2)), "get", CONTENT_TYPE);
    }
    return posted(method, Objects.requireNonNull(given.get(0)), type);
  }

  /** Only the connection learns of the header. */
  static @Nullable Posted ofReactorNetty(Object connect) {
    Object configuration = HostCalls.answer(connect, "configuration");
    Object url = HostCalls.call(configuration, "uri");
    Object base = HostCalls.call(configuration, "baseUrl");
    Object method = HostCalls.answer(configuration, "method");
    return url == null ? null : posted(method, absolute(base, url.toString()), null);
  }

  private static String absolute(@Nullable Object base, String url) {
    return base == null || !url.startsWith("/") ? url : base.toString().replaceAll("/$", "") + url;
  }

  static @Nullable Posted ofOkHttp(Object call) {
    Object request = HostCalls.answer(call, "request");
    Object body = HostCalls.call(request, "body");
    Object type = body == null ? null : HostCalls.call(body, "contentType");
    return posted(
        HostCalls.answer(request, "method"),
        HostCalls.answer(request, "url"),
        type == null ? HostCalls.call(request, "header", CONTENT_TYPE) : type);
  }

  static @Nullable Posted ofJetty(Object request) {
    Object body = HostCalls.call(request, "getBody");
    Object url = HostCalls.call(request, "getURI");
    Object type = HostCalls.call(HostCalls.answer(request, "getHeaders"), "get", CONTENT_TYPE);
    if (type == null && body != null) {
      type = HostCalls.call(body, "getContentType");
    }
    return url == null ? null : posted(HostCalls.answer(request, "getMethod"), url, type);
  }

  static @Nullable Posted ofAsyncHttpClient(Object request) {
    Object headers = HostCalls.answer(request, "getHeaders");
    return posted(
        HostCalls.answer(request, "getMethod"),
        HostCalls.answer(request, "getUrl"),
        HostCalls.call(headers, "get", CONTENT_TYPE));
  }

  /** Its path is the whole url where that leads through a proxy. */
  static @Nullable Posted ofApache5(Object request, @Nullable Object body) {
    String path = String.valueOf(HostCalls.call(request, "getPath"));
    String server =
        HostCalls.call(request, "getScheme") + "://" + HostCalls.call(request, "getAuthority");
    Object header = HostCalls.call(request, "getFirstHeader", CONTENT_TYPE);
    Object type = header == null ? null : HostCalls.call(header, "getValue");
    if (type == null && body != null) {
      type = HostCalls.call(body, "getContentType");
    }
    return posted(
        HostCalls.answer(request, "getMethod"), path.startsWith("/") ? server + path : path, type);
  }

  /** The url of a client has words for how it sends before its scheme. */
  static @Nullable Posted ofArmeria(Object client, Object request) {
    String base = HostCalls.answer(client, "uri").toString();
    String path = HostCalls.answer(request, "path").toString();
    return posted(
        HostCalls.answer(request, "method"),
        absolute(base.substring(base.lastIndexOf('+', base.indexOf(':') + 1) + 1), path),
        HostCalls.call(request, "contentType"));
  }

  static @Nullable Posted ofMicronaut(Object request) {
    return posted(
        HostCalls.answer(request, "getMethodName"),
        HostCalls.answer(request, "getUri"),
        HostCalls.call(HostCalls.answer(request, "getHeaders"), "get", CONTENT_TYPE));
  }

  /** What the options leave out, only the client knows. */
  static @Nullable Posted ofVertx(Object options) {
    Object headers = HostCalls.call(options, "getHeaders");
    Object secure = HostCalls.call(options, "isSsl");
    String url =
        (Boolean.TRUE.equals(secure) ? "https://" : "http://")
            + HostCalls.call(options, "getHost")
            + ':'
            + HostCalls.call(options, "getPort")
            + HostCalls.call(options, "getURI");
    return posted(
        HostCalls.answer(options, "getMethod"),
        secure == null ? "" : url,
        headers == null ? null : HostCalls.call(headers, "get", CONTENT_TYPE));
  }

  private static @Nullable Object first(List<?> values) {
    return values.isEmpty() ? null : values.get(0);
  }

  /** What has no type yet may be a form. */
  private static @Nullable Posted posted(Object method, Object url, @Nullable Object type) {
    boolean form = type == null || TokenRequest.isForm(type.toString());
    return form && method.toString().equals("POST")
        ? new Posted(url.toString(), type != null)
        : null;
  }
}
