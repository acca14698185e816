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

  static final String NAME = "okhttp";
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
        new Site(NAME + "-body", BODY, OkHttp::replaceSink),
        new Site(NAME + "-response", RESPONSE, OkHttp::restoreRequest));
  }

  private static Object @Nullable [] replaceRequest(Invocation call, Examiner examiner) {
    Object chain = call.arguments().get(0);
    OkHttpRequest request =
        chain == null ? null : OkHttpRequest.ofPost(HostCalls.answer(chain, "request"));
    OkHttpAttempt attempt = request == null ? null : request.attempt(examiner);
    if (chain == null || request == null || attempt == null) {
      return null;
    }
    byte[] form = request.read();
    byte[] changed = request.isStreamed() ? null : attempt.attempt().decide(form);
    Object sent = request.putTogether(attempt, changed);
    return new Object[] {chainOf(chain, sent, examiner.failures(NAME))};
  }

  /** The host's chain, but for the request that it starts from. */
  private static Object chainOf(Object chain, Object request, Consumer<Throwable> failures) {
    return StandIn.of(chain, failures, call -> call.is("request") ? request : call.pass())
        .as(LibraryType.near(request, CHAIN.get(0)));
  }

  /** A body of unknown length is decided about when all of it was written. */
  private static @Nullable Object replaceSink(Invocation call) {
    Object sent = call.arguments().get(0);
    OkHttpAttempt attempt = sent == null ? null : OkHttpAttempt.of(sent);
    boolean duplex = Boolean.TRUE.equals(call.arguments().get(1));
    OkHttpRequest request = sent == null ? null : OkHttpRequest.ofPost(sent);
    Object sink = call.value();
    if (attempt == null || attempt.isDecided() || duplex || request == null || sink == null) {
      return null;
    }
    attempt.attempt().sends(request::values);
    return HeldSink.of(sink, request.request(), attempt.attempt());
  }

  private static @Nullable Object restoreRequest(Invocation call) {
    Object response = call.value();
    OkHttpAttempt attempt =
        response == null ? null : OkHttpAttempt.of(HostCalls.answer(response, "request"));
    return response == null || attempt == null ? null : attempt.answered(response);
  }
}
