package dev.mcphotfix.agent.http.jdk;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import dev.mcphotfix.agent.oauth.exchange.TokenRequests;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code java.net.http.HttpClient}, synchronous and asynchronous. */
public final class JdkHttpClient implements HttpStack {

  private static final String NAME = "jdk";

  /** {@code send} and both public {@code sendAsync} end in this private method. */
  private static final HookPoint SEND_ASYNC =
      new HookPoint(
          NAME,
          "jdk.internal.net.http.HttpClientImpl",
          "sendAsync",
          List.of(
              "java.net.http.HttpRequest",
              "java.net.http.HttpResponse$BodyHandler",
              "java.net.http.HttpResponse$PushPromiseHandler",
              "java.util.concurrent.Executor"),
          new Target.Arguments());

  @Override
  public List<Site> sites(List<String> hooks, TokenRequests requests) {
    return List.of(new Site(NAME, SEND_ASYNC, call -> replace(call, requests)));
  }

  private static Object @Nullable [] replace(Invocation call, TokenRequests requests) {
    HttpRequest request = (HttpRequest) call.arguments().get(0);
    BodyHandler<?> handler = (BodyHandler<?>) call.arguments().get(1);
    if (request == null || handler == null || !concerns(request, requests)) {
      return null;
    }
    AtomicReference<Exchange> exchange = new AtomicReference<>();
    Object[] replaced = call.arguments().toArray();
    replaced[0] = sent(request, requests, exchange);
    replaced[1] = ObservedResponse.handler(handler, exchange::get);
    return replaced;
  }

  private static HttpRequest sent(
      HttpRequest request, TokenRequests requests, AtomicReference<Exchange> seen) {
    // Before anything is read: what a host has made of the class may not be to be copied.
    HttpRequest.Builder copy = HttpRequest.newBuilder(request, (name, value) -> true);
    BodyPublisher publisher = request.bodyPublisher().orElse(null);
    UnaryOperator<byte @Nullable []> decision = body -> decide(request, body, requests, seen);
    if (publisher != null && publisher.contentLength() < 0) {
      return copy.method(request.method(), new HeldBody(publisher, decision)).build();
    }
    DrainedBody body = DrainedBody.of(publisher);
    if (body.isLate() && mayBeChunked(request, requests)) {
      return copy.method(request.method(), new HeldBody(body.asRead(), decision)).build();
    }
    byte[] changed = decision.apply(body.bytes());
    if (changed != null) {
      return HttpRequest.newBuilder(
              request, (name, value) -> !name.equalsIgnoreCase("Content-Length"))
          .method(request.method(), BodyPublishers.ofByteArray(changed))
          .build();
    }
    // A body that was read is sent as it was read: it may not be there twice.
    return body.untouched() ? request : copy.method(request.method(), body.asRead()).build();
  }

  /**
   * Whether a length that was known may be left out so that the body can be held: to a token
   * endpoint that is configured, without an authentication that would decide against a change
   * anyway.
   */
  private static boolean mayBeChunked(HttpRequest request, TokenRequests requests) {
    return requests.mayChange(request.uri().toString())
        && request.headers().firstValue("Authorization").isEmpty();
  }

  /** The form to send instead; null where it is left alone. */
  private static byte @Nullable [] decide(
      HttpRequest request,
      byte @Nullable [] body,
      TokenRequests requests,
      AtomicReference<Exchange> seen) {
    Exchange exchange =
        requests.examine(
            new TokenRequest(
                request.method(),
                request.uri().toString(),
                request.headers()::allValues,
                FormBytes.text(body)),
            NAME);
    seen.set(exchange);
    return FormBytes.changed(exchange);
  }

  private static boolean concerns(HttpRequest request, TokenRequests requests) {
    return requests.concerns(
        request.method(),
        request.uri().toString(),
        request.headers().firstValue("Content-Type").orElse(null));
  }
}
