package dev.mcphotfix.agent.http.ktor;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the responses of the Ktor client when its calls are made of them.
 *
 * @param open token requests under way, by the attributes, which all parts of a call share
 */
record KtorResponses(Map<Object, Attempt> open, Examiner examiner) {

  private static final String CIO = "io.ktor.client.engine.cio.CIOEngine";
  private static final HookPoint RESPONSE =
      made(
          "io.ktor.client.call.HttpClientCall",
          "io.ktor.client.request.HttpRequestData",
          "io.ktor.client.request.HttpResponseData");
  private static final HookPoint WHOLE_RESPONSE =
      made(
          "io.ktor.client.call.SavedHttpCall",
          "io.ktor.client.request.HttpRequest",
          "io.ktor.client.statement.HttpResponse",
          "byte[]");

  List<Site> sites() {
    return List.of(
        new Site(Ktor.NAME + "-response", RESPONSE, this::answered),
        new Site(Ktor.NAME + "-whole-response", WHOLE_RESPONSE, this::saved));
  }

  private static HookPoint made(String className, String... ofParts) {
    List<String> parameterTypes = new ArrayList<>(List.of("io.ktor.client.HttpClient"));
    parameterTypes.addAll(List.of(ofParts));
    return new HookPoint(Ktor.NAME, className, "<init>", parameterTypes, new Target.Arguments());
  }

  /** The status is told when the call is over, unless the whole response was seen before. */
  private @Nullable Object answered(Invocation call) {
    Object request = call.arguments().get(1);
    Object response = call.arguments().get(2);
    Attempt attempt = attempt(request);
    if (attempt != null && response != null) {
      observe(response, attempt);
    } else if (request != null && response != null && examiner.traces()) {
      tell(Objects.requireNonNull(call.arguments().get(0)), request, response);
    }
    return null;
  }

  private static void observe(Object response, Attempt attempt) {
    int status = status(response, "getStatusCode");
    Object context = HostCalls.answer(response, "getCallContext");
    Object job =
        HostCalls.callStatic(
            LibraryType.near(response, "kotlinx.coroutines.JobKt"), "getJob", context);
    HostCalls.call(
        Objects.requireNonNull(job),
        "invokeOnCompletion",
        KotlinFunction.of(response, 1, cause -> told(attempt, status), attempt.failures()));
  }

  /** With other engines the hook of the library below tells it. */
  private void tell(Object client, Object request, Object response) {
    if (LibraryType.above(HostCalls.answer(client, "getEngine").getClass(), CIO) != null) {
      Object headers = HostCalls.answer(response, "getHeaders");
      examiner.responded(
          (String) HostCalls.answer(HostCalls.answer(request, "getMethod"), "getValue"),
          HostCalls.answer(request, "getUrl").toString(),
          status(response, "getStatusCode"),
          name -> values(headers, name));
    }
  }

  private static List<String> values(Object headers, String name) {
    List<String> values = new ArrayList<>();
    if (HostCalls.call(headers, "getAll", name) instanceof List<?> all) {
      all.forEach(value -> values.add(String.valueOf(value)));
    }
    return values;
  }

  private static @Nullable Object told(Attempt attempt, int status) {
    attempt.answered(status);
    return null;
  }

  private @Nullable Object saved(Invocation call) {
    Attempt attempt = attempt(call.arguments().get(1));
    Object response = call.arguments().get(2);
    if (attempt != null && response != null && call.arguments().get(3) instanceof byte[] body) {
      Object headers = HostCalls.answer(response, "getHeaders");
      Object type = HostCalls.call(headers, "get", "Content-Type");
      if (Attempt.isReadable(type == null ? null : type.toString())) {
        attempt.received(body, 0, body.length);
      }
      attempt.answered(status(response, "getStatus"));
    }
    return null;
  }

  private static int status(Object response, String getter) {
    return (int) HostCalls.answer(HostCalls.answer(response, getter), "getValue");
  }

  private @Nullable Attempt attempt(@Nullable Object request) {
    return request == null || open.isEmpty()
        ? null
        : open.get(HostCalls.answer(request, "getAttributes"));
  }
}
