package dev.mcphotfix.agent.http.jdk;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.util.List;
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
  public List<Site> sites(List<String> hooks, Examiner examiner) {
    return List.of(new Site(NAME, SEND_ASYNC, call -> replace(call, examiner)));
  }

  private static Object @Nullable [] replace(Invocation call, Examiner examiner) {
    HttpRequest request = (HttpRequest) call.arguments().get(0);
    BodyHandler<?> handler = (BodyHandler<?>) call.arguments().get(1);
    TokenRequest lead = request == null ? null : lead(request, examiner);
    if (request == null || handler == null || lead == null) {
      return null;
    }
    Attempt attempt = new Attempt(examiner, NAME, lead, request.headers()::allValues);
    Object[] replaced = call.arguments().toArray();
    replaced[0] = sent(request, attempt);
    replaced[1] = ObservedResponse.handler(handler, attempt);
    return replaced;
  }

  private static HttpRequest sent(HttpRequest request, Attempt attempt) {
    // Before anything is read: what a host has made of the class may not be to be copied.
    HttpRequest.Builder copy = HttpRequest.newBuilder(request, (name, value) -> true);
    BodyPublisher publisher = request.bodyPublisher().orElse(null);
    if (publisher != null && publisher.contentLength() < 0) {
      return copy.method(request.method(), new HeldBody(publisher, attempt::decide)).build();
    }
    DrainedBody body = DrainedBody.of(publisher);
    if (body.isLate() && attempt.mayBeChunked()) {
      return copy.method(request.method(), new HeldBody(body.asRead(), attempt::decide)).build();
    }
    byte[] changed = attempt.decide(body.bytes());
    if (changed != null) {
      return HttpRequest.newBuilder(
              request, (name, value) -> !name.equalsIgnoreCase("Content-Length"))
          .method(request.method(), BodyPublishers.ofByteArray(changed))
          .build();
    }
    // A body that was read is sent as it was read: it may not be there twice.
    return body.untouched() ? request : copy.method(request.method(), body.asRead()).build();
  }

  private static @Nullable TokenRequest lead(HttpRequest request, Examiner examiner) {
    return examiner.lead(
        request.method(),
        request.uri().toString(),
        request.headers().firstValue("Content-Type").orElse(null));
  }
}
