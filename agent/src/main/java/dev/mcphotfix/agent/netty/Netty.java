package dev.mcphotfix.agent.netty;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.oauth.TokenRequests;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The libraries that send HTTP/1.1 through Netty's {@code HttpClientCodec}. Its encoder is the last
 * to see a request: redirects, retries and answers to challenges pass it anew, all with their final
 * header.
 *
 * <p>Which library it is, the handlers in the channel's pipeline tell. Any other client is left
 * alone.
 */
public final class Netty implements HttpStack {

  private static final Map<String, String> PACKAGES =
      Map.of(
          "reactor-netty", "reactor.netty.",
          "vertx", "io.vertx.",
          "micronaut", "io.micronaut.",
          "async-http-client", "org.asynchttpclient.");

  @Override
  public List<Site> sites(List<String> hooks, TokenRequests requests) {
    HookPoint encode =
        new HookPoint(
            String.join(",", hooks),
            "io.netty.handler.codec.http.HttpClientCodec$Encoder",
            "encode",
            List.of("io.netty.channel.ChannelHandlerContext", "java.lang.Object", "java.util.List"),
            new Target.Argument(1));
    return List.of(new Site("netty", encode, call -> replace(call, hooks, requests)));
  }

  /** What to encode instead of the head of a token request, or of all of it. */
  private static @Nullable Object replace(
      Invocation call, List<String> hooks, TokenRequests requests) {
    Object encoder = Objects.requireNonNull(call.self());
    Object context = Objects.requireNonNull(call.arguments().get(0));
    NettyRequest request = NettyRequest.ofPost(encoder, context, call.value());
    if (request == null || !request.concerns(requests) || NettyBody.isWriting(request.message())) {
      return null;
    }
    String hook = hook(request.pipeline(), hooks);
    if (hook == null) {
      return null;
    }
    NettyResponse response = new NettyResponse(request);
    NettyBody body =
        new NettyBody(
            request, form -> response.answers(requests.examine(request.takenApart(form), hook)));
    NettyHandler.add(request, body, response);
    Object replacement = body.begin();
    return replacement == null ? null : request.replacedBy(replacement);
  }

  private static @Nullable String hook(Object pipeline, List<String> hooks) {
    for (Object entry : (Iterable<?>) pipeline) {
      String handler = ((Map.Entry<?, ?>) entry).getValue().getClass().getName();
      for (String hook : hooks) {
        String packages = Objects.requireNonNull(PACKAGES.get(hook));
        if (handler.startsWith(packages) || handler.contains('.' + packages)) {
          return hook;
        }
      }
    }
    return null;
  }
}
