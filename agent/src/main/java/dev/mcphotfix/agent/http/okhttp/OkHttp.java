package dev.mcphotfix.agent.http.okhttp;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
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

  /** Its one constructor, which takes other arguments in other versions, the codec as the last. */
  private static final HookPoint EXCHANGE =
      new HookPoint(
          NAME, "okhttp3.internal.connection.Exchange", "<init>", null, new Target.Arguments());

  /** Under way. While there is none, no exchange is looked into. */
  private final Set<Attempt> open =
      Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

  @Override
  public List<Site> sites(List<String> hooks, Examiner examiner) {
    return List.of(
        new Site(
            NAME,
            REQUEST,
            call -> replaceRequest(call, examiner),
            chain -> examiner.looksAhead() || isPost(chain)),
        new Site(
            NAME + "-body",
            EXCHANGE,
            call -> replaceCodec(call, examiner),
            first -> !open.isEmpty()),
        new Site(
            NAME + "-response",
            RESPONSE,
            call -> restoreRequest(call, examiner),
            chain -> !open.isEmpty() || examiner.traces()));
  }

  private static boolean isPost(@Nullable Object chain) {
    return chain != null
        && "POST".equals(HostCalls.call(HostCalls.answer(chain, "request"), "method"));
  }

  private Object @Nullable [] replaceRequest(Invocation call, Examiner examiner) {
    Object chain = call.arguments().get(0);
    OkHttpRequest request = chain == null ? null : posted(chain, examiner);
    OkHttpAttempt attempt = request == null ? null : request.attempt(examiner);
    if (chain == null || request == null || attempt == null) {
      return null;
    }
    open.add(attempt.attempt());
    return new Object[] {chainOf(chain, request.tagged(attempt), examiner.failures(NAME))};
  }

  private static @Nullable OkHttpRequest posted(Object chain, Examiner examiner) {
    Object request = HostCalls.answer(chain, "request");
    if (examiner.looksAhead()) {
      examiner.met(HostCalls.answer(request, "url").toString());
    }
    return OkHttpRequest.ofPost(request);
  }

  /** The host's chain, but for the request that it starts from. */
  private static Object chainOf(Object chain, Object request, Consumer<Throwable> failures) {
    return StandIn.of(chain, failures, call -> call.is("request") ? request : call.pass())
        .as(LibraryType.near(request, CHAIN.get(0)));
  }

  private Object @Nullable [] replaceCodec(Invocation call, Examiner examiner) {
    Object[] arguments = call.arguments().toArray();
    Object codec = open.isEmpty() ? null : arguments[arguments.length - 1];
    if (codec == null) {
      return null;
    }
    arguments[arguments.length - 1] = HeldCodec.of(codec, examiner.failures(NAME));
    return arguments;
  }

  private @Nullable Object restoreRequest(Invocation call, Examiner examiner) {
    Object response = call.value();
    OkHttpAttempt attempt =
        response == null ? null : OkHttpAttempt.of(HostCalls.answer(response, "request"));
    if (response != null && attempt == null && examiner.traces()) {
      tell(response, examiner);
    }
    if (response == null || attempt == null) {
      return null;
    }
    open.remove(attempt.attempt());
    return attempt.answered(response);
  }

  private static void tell(Object response, Examiner examiner) {
    Object request = HostCalls.answer(response, "request");
    examiner.responded(
        (String) HostCalls.answer(request, "method"),
        HostCalls.answer(request, "url").toString(),
        (int) HostCalls.answer(response, "code"),
        name -> values(response, name));
  }

  private static List<String> values(Object response, String name) {
    List<String> values = new ArrayList<>();
    for (Object value : (List<?>) HostCalls.answer(response, "headers", name)) {
      values.add(String.valueOf(value));
    }
    return values;
  }
}
