package dev.mcphotfix.agent.http.okhttp;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.http.Attempt;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to send a token request by OkHttp, kept as a tag of the request that stands in for
 * the application's. Used by the one thread that makes the attempt.
 *
 * @param original the application's own {@code okhttp3.Request}
 */
record OkHttpAttempt(Object original, Attempt attempt) {

  private static final long LONGEST = 16 * 1024;

  /** Null where the request is the application's own. */
  static @Nullable OkHttpAttempt of(Object request) {
    return (OkHttpAttempt) HostCalls.call(request, "tag", OkHttpAttempt.class);
  }

  boolean isDecided() {
    return attempt.isDecided();
  }

  /** The same response as the answer to the application's own request. */
  Object answered(Object response) {
    if (isDecided()) {
      look(response);
      attempt.answered((int) HostCalls.answer(response, "code"));
    }
    Object builder = HostCalls.answer(response, "newBuilder");
    HostCalls.call(builder, "request", original);
    return HostCalls.answer(builder, "build");
  }

  /** Only at what ends soon: a stream does not. */
  private void look(Object response) {
    if (!Attempt.isReadable((String) HostCalls.call(response, "header", "Content-Type"))) {
      return;
    }
    try {
      Object body = HostCalls.answer(response, "peekBody", LONGEST);
      attempt.received(ByteBuffer.wrap((byte[]) HostCalls.answer(body, "bytes")));
    } catch (HostCallException broken) {
      // The application is told when it reads the body itself.
    }
  }
}
