package dev.mcphotfix.agent.witness;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The methods by which a thread of the host hands a request to a library that sends it on a thread
 * of its own: the last place where the host's methods are on the stack.
 */
enum Inlet {
  /** {@code send} and both public {@code sendAsync} end in this private method. */
  JDK(
      "jdk.internal.net.http.HttpClientImpl",
      "sendAsync(java.net.http.HttpRequest,java.net.http.HttpResponse$BodyHandler,"
          + "java.net.http.HttpResponse$PushPromiseHandler,java.util.concurrent.Executor)"),
  /** Made when the plugins have had their say, and before a thread of the engine has it. */
  KTOR("io.ktor.client.request.HttpRequestData", "<init>"),
  /** Only the connection learns of the header. */
  REACTOR_NETTY("reactor.netty.http.client.HttpClientConnect", "connect()"),
  OKHTTP("okhttp3.internal.connection.RealCall", Inlet.ENQUEUE),
  OKHTTP_3("okhttp3.RealCall", Inlet.ENQUEUE),
  JETTY_11(
      "org.eclipse.jetty.client.HttpRequest",
      "send(org.eclipse.jetty.client.api.Response$CompleteListener)"),
  JETTY_12(
      "org.eclipse.jetty.client.transport.HttpRequest",
      "send(org.eclipse.jetty.client.Response$CompleteListener)"),
  ASYNC_HTTP_CLIENT(
      "org.asynchttpclient.DefaultAsyncHttpClient",
      "executeRequest(org.asynchttpclient.Request,org.asynchttpclient.AsyncHandler)");

  private static final String ENQUEUE = "enqueue(okhttp3.Callback)";
  private static final String CONTENT_TYPE = "Content-Type";

  @SuppressWarnings("ImmutableEnumChecker") // It is a record of texts.
  private final HookPoint point;

  Inlet(String className, String method) {
    int open = method.indexOf('(');
    String name = open < 0 ? method : method.substring(0, open);
    String types = open < 0 ? "" : method.substring(open + 1, method.length() - 1);
    List<String> parameters = types.isEmpty() ? List.of() : Arrays.asList(types.split(",", -1));
    this.point =
        new HookPoint(
            Witness.HOOK, className, name, open < 0 ? null : parameters, new Target.Arguments());
  }

  HookPoint point() {
    return point;
  }

  /**
   * A POST of a form, or of what may be one.
   *
   * @param certain whether its type was seen
   */
  record Posted(String url, boolean certain) {}

  /** Null for a call that sends anything else. */
  @Nullable Posted posted(Invocation call) {
    List<@Nullable Object> given = call.arguments();
    Object first = given.isEmpty() ? null : given.get(0);
    return switch (this) {
      case JDK -> first == null ? null : ofJdk(first);
      case KTOR -> ofKtor(given);
      case REACTOR_NETTY ->
          ofReactorNetty(HostCalls.answer(Objects.requireNonNull(call.self()), "configuration"));
      case OKHTTP, OKHTTP_3 ->
          ofOkHttp(HostCalls.answer(Objects.requireNonNull(call.self()), "request"));
      case JETTY_11, JETTY_12 -> ofJetty(Objects.requireNonNull(call.self()));
      case ASYNC_HTTP_CLIENT -> first == null ? null : ofAsyncHttpClient(first);
    };
  }

  private static @Nullable Posted ofJdk(Object request) {
    Object headers = HostCalls.answer(request, "headers");
    return posted(
        HostCalls.answer(request, "method"),
        HostCalls.answer(request, "uri"),
        first((List<?>) HostCalls.answer(headers, "allValues", CONTENT_TYPE)));
  }

  /** Its url, method, headers and content. */
  private static @Nullable Posted ofKtor(List<@Nullable Object> given) {
    Object content = Objects.requireNonNull(given.get(3));
    Object type = HostCalls.call(content, "getContentType");
    Object method = HostCalls.answer(Objects.requireNonNull(given.get(1)), "getValue");
    if (type == null) {
      type = HostCalls.call(Objects.requireNonNull(given.get(2)), "get", CONTENT_TYPE);
    }
    return posted(method, Objects.requireNonNull(given.get(0)), type);
  }

  private static @Nullable Posted ofReactorNetty(Object configuration) {
    Object url = HostCalls.call(configuration, "uri");
    Object method = HostCalls.answer(configuration, "method");
    return url == null ? null : posted(method, url, null);
  }

  private static @Nullable Posted ofOkHttp(Object request) {
    Object body = HostCalls.call(request, "body");
    Object type = body == null ? null : HostCalls.call(body, "contentType");
    return posted(
        HostCalls.answer(request, "method"),
        HostCalls.answer(request, "url"),
        type == null ? HostCalls.call(request, "header", CONTENT_TYPE) : type);
  }

  private static @Nullable Posted ofJetty(Object request) {
    Object body = HostCalls.call(request, "getBody");
    Object url = HostCalls.call(request, "getURI");
    Object type = HostCalls.call(HostCalls.answer(request, "getHeaders"), "get", CONTENT_TYPE);
    if (type == null && body != null) {
      type = HostCalls.call(body, "getContentType");
    }
    return url == null ? null : posted(HostCalls.answer(request, "getMethod"), url, type);
  }

  private static @Nullable Posted ofAsyncHttpClient(Object request) {
    Object headers = HostCalls.answer(request, "getHeaders");
    return posted(
        HostCalls.answer(request, "getMethod"),
        HostCalls.answer(request, "getUrl"),
        HostCalls.call(headers, "get", CONTENT_TYPE));
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
