package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Vert.x where it is configured for HTTP/2. It numbers a stream before it writes the head, so a
 * head that waited for its body would be overtaken by later streams, which ends the connection (RFC
 * 9113, 5.1.1). So a token request is left alone there, and the log warns of it.
 */
final class VertxHttp2 {

  private static final String HOOK = "vertx";

  /** Of Vert.x 4, and of Vert.x 5. */
  private static final List<String> HANDLERS =
      List.of(
          "io.vertx.core.http.impl.VertxHttp2ConnectionHandler",
          "io.vertx.core.http.impl.http2.codec.VertxHttp2ConnectionHandler");

  private final Examiner examiner;

  private VertxHttp2(Examiner examiner) {
    this.examiner = examiner;
  }

  /** None where the hook is switched off. */
  static Stream<Site> sites(List<String> hooks, Examiner examiner) {
    VertxHttp2 vertx = new VertxHttp2(examiner);
    return HANDLERS.stream()
        .filter(handler -> hooks.contains(HOOK))
        .map(handler -> new Site(handler, point(handler), vertx::observe));
  }

  private static HookPoint point(String handler) {
    return new HookPoint(HOOK, handler, "writeHeaders", null, new Target.Argument(1));
  }

  private @Nullable Object observe(Invocation call) {
    Object handler = Objects.requireNonNull(call.self());
    Object stream = Objects.requireNonNull(call.arguments().get(0));
    Object headers = Objects.requireNonNull(call.value());
    NettyHttp2Request request = new NettyHttp2Request(handler, handler, headers, headers, stream);
    request.tell(examiner);
    TokenRequest lead = request.isPost() ? request.lead(examiner) : null;
    if (lead != null) {
      examiner.unseen(lead.with(request::values, null), HOOK, "http/2");
    }
    return null;
  }
}
