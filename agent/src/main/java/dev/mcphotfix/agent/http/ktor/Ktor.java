package dev.mcphotfix.agent.http.ktor;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The Ktor client from 2.0 on with the engines CIO, Java, OkHttp and Apache5.
 *
 * <p>An engine is given another request, for each attempt and redirect anew. The application's
 * plugins have had their say by then, and what the engine is given never comes back to them.
 */
public final class Ktor implements HttpStack {

  static final String NAME = "ktor";

  /** Of token requests under way, by the attributes, which all parts of a call share. */
  private final Map<Object, Attempt> open = Collections.synchronizedMap(new WeakHashMap<>());

  /** With all but CIO, whatever is no array is left to the hook of the library below. */
  @Override
  public List<Site> sites(List<String> hooks, Examiner examiner) {
    List<Site> sites = new ArrayList<>();
    sites.addAll(engine("cio.CIOEngine", false, examiner));
    sites.addAll(engine("apache5.Apache5Engine", true, examiner));
    sites.addAll(engine("java.JavaHttpEngine", true, examiner));
    sites.addAll(engine("okhttp.OkHttpEngine", true, examiner));
    sites.addAll(new KtorResponses(open, examiner).sites());
    return sites;
  }

  /** In this order: what is put off is not decided about. */
  private List<Site> engine(String name, boolean arraysOnly, Examiner examiner) {
    String key = NAME + '-' + name;
    return List.of(
        new Site(
            key + "-pending", execute(name, new Target.Instead()), call -> putOff(call, examiner)),
        new Site(
            key,
            execute(name, new Target.Argument(0)),
            call -> replaceRequest(call.value(), arraysOnly, examiner)));
  }

  private static HookPoint execute(String name, Target target) {
    return new HookPoint(
        NAME,
        "io.ktor.client.engine.".concat(name),
        "execute",
        List.of("io.ktor.client.request.HttpRequestData", "kotlin.coroutines.Continuation"),
        target);
  }

  /** What is in memory and hangs on a discovery that is under way, is sent when that has ended. */
  private static @Nullable Object putOff(Invocation call, Examiner examiner) {
    Object data = call.arguments().get(0);
    Object caller = call.arguments().get(1);
    KtorRequest request = data == null ? null : KtorRequest.ofPost(data);
    TokenRequest lead = request == null ? null : request.lead(examiner);
    byte[] form = request == null || lead == null ? null : request.read();
    if (request == null || caller == null || lead == null || form == null) {
      return null;
    }
    Attempt attempt = Attempt.withoutWaiting(examiner, NAME, lead, request.header());
    KtorPending pending =
        new KtorPending(
            Objects.requireNonNull(call.self()), request.data(), caller, attempt.failures());
    return attempt.awaits(form, pending::goOnSoon) ? pending.suspended() : null;
  }

  /**
   * @param data null where a call that was suspended goes on
   */
  private @Nullable Object replaceRequest(
      @Nullable Object data, boolean arraysOnly, Examiner examiner) {
    KtorRequest request = data == null ? null : posted(data, examiner);
    TokenRequest lead = request == null ? null : request.lead(examiner);
    if (request == null || lead == null || (arraysOnly && !request.isArray())) {
      return null;
    }
    Attempt attempt = Attempt.withoutWaiting(examiner, NAME, lead, request.header());
    open.put(HostCalls.answer(request.data(), "getAttributes"), attempt);
    return request.with(attempt);
  }

  private static @Nullable KtorRequest posted(Object data, Examiner examiner) {
    if (examiner.looksAhead()) {
      examiner.met(HostCalls.answer(data, "getUrl").toString());
    }
    return KtorRequest.ofPost(data);
  }
}
