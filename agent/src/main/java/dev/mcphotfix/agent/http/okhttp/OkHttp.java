package dev.mcphotfix.agent.http.okhttp;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * OkHttp from 3.14 on, {@code execute} and {@code enqueue}.
 *
 * <p>The woven interceptor runs behind those of the application, for each attempt and redirect
 * anew. It sees all that the application says about the request, and what it is given never comes
 * back to the application: its interceptors, redirects and retries keep the request as it was made.
 */
public final class OkHttp implements HttpStack {

  private static final String NAME = "okhttp";
  private static final String INTERCEPTOR = "okhttp3.internal.http.BridgeInterceptor";
  private static final List<String> CHAIN = List.of("okhttp3.Interceptor$Chain");

  private static final HookPoint REQUEST =
      new HookPoint(NAME, INTERCEPTOR, "intercept", CHAIN, new Target.Arguments());
  private static final HookPoint RESPONSE =
      new HookPoint(NAME, INTERCEPTOR, "intercept", CHAIN, new Target.Return());
  private static final HookPoint BODY =
      new HookPoint(
          NAME,
          "okhttp3.internal.connection.Exchange",
          "createRequestBody",
          List.of("okhttp3.Request", "boolean"),
          new Target.Return());

  @Override
  public List<Site> sites(List<String> hooks, Examiner examiner) {
    return List.of(
        new Site(NAME, REQUEST, call -> replaceRequest(call, examiner)),
        new Site(NAME + "-body", BODY, call -> replaceSink(call, examiner)),
        new Site(NAME + "-response", RESPONSE, OkHttp::restoreRequest));
  }

  private static Object @Nullable [] replaceRequest(Invocation call, Examiner examiner) {
    Object chain = call.arguments().get(0);
    OkHttpRequest request =
        chain == null ? null : OkHttpRequest.ofPost(HostCalls.answer(chain, "request"));
    if (chain == null || request == null || !request.concerns(examiner)) {
      return null;
    }
    OkHttpAttempt attempt = new OkHttpAttempt(request.request());
    byte[] form = request.read();
    if (!request.isStreamed()) {
      attempt.decided(examiner.examine(request.takenApart(form), NAME));
    }
    return new Object[] {chainOf(chain, request.putTogether(attempt), examiner.failures(NAME))};
  }

  /** The host's chain, but for the request that it starts from. */
  private static Object chainOf(Object chain, Object request, Consumer<Throwable> failures) {
    return StandIn.of(chain, failures, call -> call.is("request") ? request : call.pass())
        .as(LibraryType.near(request, CHAIN.get(0)));
  }

  /** A body of unknown length is decided about when all of it was written. */
  private static @Nullable Object replaceSink(Invocation call, Examiner examiner) {
    Object sent = call.arguments().get(0);
    OkHttpAttempt attempt = sent == null ? null : OkHttpAttempt.of(sent);
    boolean duplex = Boolean.TRUE.equals(call.arguments().get(1));
    OkHttpRequest request = sent == null ? null : OkHttpRequest.ofPost(sent);
    Object sink = call.value();
    if (attempt == null
        || attempt.exchange() != null
        || duplex
        || request == null
        || sink == null) {
      return null;
    }
    return HeldSink.of(
        sink,
        sent,
        form -> {
          Exchange exchange = examiner.examine(request.takenApart(form), NAME);
          attempt.decided(exchange);
          return exchange;
        },
        examiner.failures(NAME));
  }

  private static @Nullable Object restoreRequest(Invocation call) {
    Object response = call.value();
    OkHttpAttempt attempt =
        response == null ? null : OkHttpAttempt.of(HostCalls.answer(response, "request"));
    return response == null || attempt == null ? null : attempt.answered(response);
  }
}
