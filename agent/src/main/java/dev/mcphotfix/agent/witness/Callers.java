package dev.mcphotfix.agent.witness;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.caller.CallPath;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who has the JDK's client send a form: where that has to connect first, as for nearly every
 * refresh, it writes on a thread of its own, on whose stack none of the host's methods is.
 * Remembers a few for half a minute. Thread-safe.
 */
final class Callers {

  /** {@code send} and both public {@code sendAsync} end in this private method. */
  static final HookPoint SEND =
      new HookPoint(
          Witness.HOOK,
          "jdk.internal.net.http.HttpClientImpl",
          "sendAsync",
          List.of(
              "java.net.http.HttpRequest",
              "java.net.http.HttpResponse$BodyHandler",
              "java.net.http.HttpResponse$PushPromiseHandler",
              "java.util.concurrent.Executor"),
          new Target.Arguments());

  private static final int MOST = 64;
  private static final long WINDOW = TimeUnit.SECONDS.toNanos(30);

  private final Deque<Caller> recent = new ArrayDeque<>();
  private final LongSupplier nanoTime;

  Callers(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** On the host's thread that has the request sent. Changes nothing. */
  @Nullable Object note(Invocation call) {
    Object request = call.arguments().get(0);
    if (request != null && isForm(request)) {
      String url = HostCalls.answer(request, "uri").toString();
      note(CanonicalUrl.ofEndpoint(url), CallPath.here());
    }
    return null;
  }

  private static boolean isForm(Object request) {
    if (!HostCalls.answer(request, "method").equals("POST")) {
      return false;
    }
    Object headers = HostCalls.answer(request, "headers");
    List<?> types = (List<?>) HostCalls.answer(headers, "allValues", "Content-Type");
    return types.stream().anyMatch(type -> TokenRequest.isForm(type.toString()));
  }

  synchronized void note(@Nullable CanonicalUrl endpoint, CallPath path) {
    if (recent.size() == MOST) {
      recent.removeFirst();
    }
    recent.addLast(new Caller(endpoint, path, nanoTime.getAsLong()));
  }

  /**
   * Who has a request sent there that leaves now, and is forgotten; null where that is not known.
   *
   * @param endpoint null where it was not seen: then it is whoever is the only one
   */
  synchronized @Nullable CallPath take(@Nullable CanonicalUrl endpoint) {
    long now = nanoTime.getAsLong();
    recent.removeIf(caller -> now - caller.since() > WINDOW);
    boolean only = endpoint == null && recent.size() == 1;
    for (Iterator<Caller> all = recent.iterator(); all.hasNext(); ) {
      Caller caller = all.next();
      if (only || (endpoint != null && endpoint.equals(caller.endpoint()))) {
        all.remove();
        return caller.path();
      }
    }
    return null;
  }

  private record Caller(@Nullable CanonicalUrl endpoint, CallPath path, long since) {}
}
