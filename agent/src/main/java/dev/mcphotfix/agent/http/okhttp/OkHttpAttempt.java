package dev.mcphotfix.agent.http.okhttp;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.http.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to send a token request by OkHttp, kept as a tag of the request that stands in for
 * the application's. Used by the one thread that makes the attempt.
 *
 * @param original the application's own {@code okhttp3.Request}
 */
record OkHttpAttempt(Object original, Attempt attempt) {

  /** Null where the request is the application's own. */
  static @Nullable OkHttpAttempt of(Object request) {
    return (OkHttpAttempt) HostCalls.call(request, "tag", OkHttpAttempt.class);
  }

  boolean isDecided() {
    return attempt.isDecided();
  }

  /** The same response as the answer to the application's own request. */
  Object answered(Object response) {
    Object builder = HostCalls.answer(response, "newBuilder");
    HostCalls.call(builder, "request", original);
    Object body = isDecided() ? HostCalls.call(response, "body") : null;
    if (body != null) {
      int status = (int) HostCalls.answer(response, "code");
      HostCalls.call(builder, "body", ObservedSource.body(body, attempt, status));
    }
    return HostCalls.answer(builder, "build");
  }
}
