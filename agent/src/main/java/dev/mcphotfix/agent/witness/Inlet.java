package dev.mcphotfix.agent.witness;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Target;
import java.util.Arrays;
import java.util.List;
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
      "executeRequest(org.asynchttpclient.Request,org.asynchttpclient.AsyncHandler)"),
  /** From 5.1 on. */
  APACHE5_ASYNC(
      "org.apache.hc.client5.http.impl.async.InternalAbstractHttpAsyncClient", "executeImmediate"),
  ARMERIA(
      "com.linecorp.armeria.client.DefaultWebClient",
      "execute(com.linecorp.armeria.common.HttpRequest,"
          + "com.linecorp.armeria.client.RequestOptions)"),
  MICRONAUT_4("io.micronaut.http.client.netty.DefaultHttpClient", Inlet.RESOLVE),
  MICRONAUT_5("io.micronaut.http.client.netty.NettyHttpClient", Inlet.RESOLVE),
  VERTX("io.vertx.core.http.impl.HttpClientImpl", "request(io.vertx.core.http.RequestOptions)");

  private static final String ENQUEUE = "enqueue(okhttp3.Callback)";
  private static final String RESOLVE = "resolveRequestURI(io.micronaut.http.HttpRequest,boolean)";

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

  /** What a call sends; null where that is no POST of what may be a form. */
  @Nullable Posted posted(Invocation call) {
    List<@Nullable Object> given = call.arguments();
    Object self = call.self();
    Object first = given.isEmpty() ? null : given.get(0);
    return switch (this) {
      case JDK -> first == null ? null : Posted.ofJdk(first);
      case KTOR -> Posted.ofKtor(given);
      case REACTOR_NETTY -> self == null ? null : Posted.ofReactorNetty(self);
      case OKHTTP, OKHTTP_3 -> self == null ? null : Posted.ofOkHttp(self);
      case JETTY_11, JETTY_12 -> self == null ? null : Posted.ofJetty(self);
      case ASYNC_HTTP_CLIENT -> first == null ? null : Posted.ofAsyncHttpClient(first);
      case APACHE5_ASYNC -> first == null ? null : Posted.ofApache5(first, given.get(1));
      case ARMERIA -> self == null || first == null ? null : Posted.ofArmeria(self, first);
      case MICRONAUT_4, MICRONAUT_5 -> first == null ? null : Posted.ofMicronaut(first);
      case VERTX -> first == null ? null : Posted.ofVertx(first);
    };
  }
}
