package dev.mcphotfix.agent.http.jetty;

import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the responses of Jetty when their headers, their contents and their ends have come.
 *
 * @param open token requests under way, by their {@code HttpExchange}
 */
record JettyResponses(Map<Object, Attempt> open, Examiner examiner) {

  /**
   * Where one version has them.
   *
   * @param core the packages of what is common to all transports
   * @param http those of HTTP/1.1
   */
  Stream<Site> sites(String key, String core, String http) {
    String exchange = core + "HttpExchange";
    return Stream.of(
        new Site(
            key + "-head",
            Jetty.point(core + "HttpReceiver", "responseHeaders", exchange),
            this::begin,
            first -> examiner.traces()),
        new Site(
            key + "-answer",
            Jetty.point(http + "HttpReceiverOverHTTP", "content", "java.nio.ByteBuffer"),
            this::receive),
        new Site(
            key + "-end",
            Jetty.point(exchange, "responseComplete", "java.lang.Throwable"),
            this::complete));
  }

  /** Of an exchange that is no token request the status and the header are told. */
  private @Nullable Object begin(Invocation call) {
    Object exchange = call.arguments().get(0);
    if (exchange != null && examiner.traces() && !open.containsKey(exchange)) {
      Object response = HostCalls.answer(exchange, "getResponse");
      int status = (int) HostCalls.answer(response, "getStatus");
      if (status / 100 != 1) {
        JettyRequest.of(exchange).tell(status, HostCalls.answer(response, "getHeaders"), examiner);
      }
    }
    return null;
  }

  private @Nullable Object receive(Invocation call) {
    if (open.isEmpty()) {
      return null;
    }
    Object channel = HostCalls.answer(Objects.requireNonNull(call.self()), "getHttpChannel");
    Object exchange = HostCalls.call(channel, "getHttpExchange");
    Attempt attempt = exchange == null ? null : open.get(exchange);
    if (attempt != null && call.arguments().get(0) instanceof ByteBuffer content) {
      attempt.received(content);
    }
    return null;
  }

  private @Nullable Object complete(Invocation call) {
    Object exchange = Objects.requireNonNull(call.self());
    Attempt attempt = open.isEmpty() ? null : open.get(exchange);
    if (attempt == null) {
      return null;
    }
    if (call.arguments().get(0) == null) {
      int status = (int) HostCalls.answer(HostCalls.answer(exchange, "getResponse"), "getStatus");
      if (status / 100 == 1) {
        return null; // The answer is still to come (RFC 9110 section 15.2).
      }
      attempt.answered(status);
    }
    open.remove(exchange);
    JettyRequest request = JettyRequest.of(exchange);
    if (!request.isUndecided()) { // Otherwise more of it may still be sent.
      request.restore();
    }
    return null;
  }
}
