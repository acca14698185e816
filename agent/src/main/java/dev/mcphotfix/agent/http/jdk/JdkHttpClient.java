package dev.mcphotfix.agent.http.jdk;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodyHandler;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code java.net.http.HttpClient}, synchronous and asynchronous. */
public final class JdkHttpClient implements HttpStack {

  private static final String NAME = "jdk";

  private static final String CONNECTION = "jdk.internal.net.http.HttpConnection";

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

  private static final String EXCHANGE = "jdk.internal.net.http.Exchange";

  /** On the client's own executor, when it has a connection and before it makes the head. */
  private static final String ESTABLISH = "establishExchange";

  /** The bodies under way. While there is none, no exchange is looked into. */
  private final Set<HeldBody> open =
      Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

  @Override
  public List<Site> sites(List<String> hooks, Examiner examiner) {
    return List.of(
        new Site(
            NAME,
            SEND_ASYNC,
            call -> replace(call, examiner),
            request -> examiner.looksAhead() || examiner.traces() || isPost(request)),
        new Site(
            NAME + "-established",
            exchange(ESTABLISH, new Target.Return(), CONNECTION),
            this::askAhead,
            first -> !open.isEmpty()),
        new Site(
            NAME + "-cancel",
            exchange("cancel", new Target.Arguments()),
            this::letGo,
            first -> !open.isEmpty()),
        new Site(
            NAME + "-timeout",
            exchange("cancel", new Target.Arguments(), "java.io.IOException"),
            this::letGo,
            first -> !open.isEmpty()));
  }

  private static boolean isPost(@Nullable Object request) {
    return request instanceof HttpRequest made && made.method().equals("POST");
  }

  private static HookPoint exchange(String method, Target target, String... parameters) {
    return new HookPoint(NAME, EXCHANGE, method, List.of(parameters), target);
  }

  private Object @Nullable [] replace(Invocation call, Examiner examiner) {
    HttpRequest request = (HttpRequest) call.arguments().get(0);
    BodyHandler<?> handler = (BodyHandler<?>) call.arguments().get(1);
    TokenRequest lead = request == null ? null : lead(request, examiner);
    if (request == null || handler == null) {
      return null;
    }
    if (lead == null) {
      return examiner.traces() ? told(call, request, handler, examiner) : null;
    }
    Attempt attempt = Attempt.withoutWaiting(examiner, NAME, lead, request.headers()::allValues);
    Object[] replaced = call.arguments().toArray();
    replaced[0] = sent(request, attempt);
    replaced[1] = ObservedResponse.handler(handler, attempt);
    return replaced;
  }

  /** Of the response the status and the header are told, and nothing else is looked at. */
  private static Object[] told(
      Invocation call, HttpRequest request, BodyHandler<?> handler, Examiner examiner) {
    Object sentIn = examiner.here(); // The answer comes on a thread of the client's executor.
    Object[] replaced = call.arguments().toArray();
    replaced[1] =
        ObservedResponse.told(
            handler,
            info ->
                examiner.responded(
                    request.method(),
                    request.uri().toString(),
                    info.statusCode(),
                    info.headers()::allValues,
                    sentIn));
    return replaced;
  }

  private HttpRequest sent(HttpRequest request, Attempt attempt) {
    BodyPublisher body = request.bodyPublisher().orElse(null);
    if (body == null) {
      attempt.decide(new byte[0]);
      return request;
    }
    HeldBody held = new HeldBody(body, attempt);
    HttpRequest copy =
        HttpRequest.newBuilder(request, (name, value) -> true)
            .method(request.method(), held)
            .build();
    open.add(held);
    return copy;
  }

  /** Of an exchange that is about to send a token request, what is to be asked for ahead. */
  private @Nullable HeldBody held(Invocation call) {
    if (open.isEmpty()) {
      return null;
    }
    HttpRequest request =
        (HttpRequest) HostCalls.answer(Objects.requireNonNull(call.self()), "request");
    return request.bodyPublisher().orElse(null) instanceof HeldBody body
            && (body.isInMemory() || !request.expectContinue())
        ? body
        : null;
  }

  private @Nullable Object askAhead(Invocation call) {
    HeldBody body = held(call);
    return body != null && call.value() instanceof CompletableFuture<?> established
        ? established.thenCompose(exchange -> body.askAhead().thenApply(head -> exchange))
        : null;
  }

  private @Nullable Object letGo(Invocation call) {
    HeldBody body = held(call);
    if (body != null) {
      body.letGo();
    }
    return null;
  }

  private static @Nullable TokenRequest lead(HttpRequest request, Examiner examiner) {
    String url = request.uri().toString();
    examiner.met(url);
    return examiner.lead(
        request.method(), url, request.headers().firstValue("Content-Type").orElse(null));
  }
}
