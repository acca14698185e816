package dev.mcphotfix.agent.http.okhttp;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to send a token request by OkHttp, kept as a tag of the request that stands in for
 * the application's. Used by the one thread that makes the attempt.
 */
final class OkHttpAttempt {

  private static final long LONGEST = 16 * 1024;

  private final Object original;
  private @Nullable Exchange exchange;

  /**
   * @param original the application's own {@code okhttp3.Request}
   */
  OkHttpAttempt(Object original) {
    this.original = original;
  }

  /** Null where the request is the application's own. */
  static @Nullable OkHttpAttempt of(Object request) {
    return (OkHttpAttempt) HostCalls.call(request, "tag", OkHttpAttempt.class);
  }

  void decided(Exchange decided) {
    exchange = decided;
  }

  /** Null while the body has not been seen. */
  @Nullable Exchange exchange() {
    return exchange;
  }

  /** The same response as the answer to the application's own request. */
  Object answered(Object response) {
    if (exchange != null) {
      exchange.responded((int) HostCalls.answer(response, "code"), beginning(response));
    }
    Object builder = HostCalls.answer(response, "newBuilder");
    HostCalls.call(builder, "request", original);
    return HostCalls.answer(builder, "build");
  }

  /** Only of what ends soon: a token response is JSON (RFC 6749 section 5.1), a stream is not. */
  private static @Nullable String beginning(Object response) {
    Object type = HostCalls.call(response, "header", "Content-Type");
    if (type == null || !type.toString().startsWith("application/json")) {
      return null;
    }
    try {
      Object body = HostCalls.answer(response, "peekBody", LONGEST);
      return new String((byte[]) HostCalls.answer(body, "bytes"), StandardCharsets.UTF_8);
    } catch (HostCallException broken) {
      return null; // The application is told when it reads the body itself.
    }
  }
}
