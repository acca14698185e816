package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The libraries that send HTTP/1.1 through Netty's {@code HttpClientCodec}, or HTTP/2 through its
 * {@code Http2FrameCodec}. The codec is the last to see a request: redirects, retries and answers
 * to challenges pass it anew, all with their final header.
 *
 * <p>Which library it is, the handlers in the channel's pipeline tell. Any other client is left
 * alone, and the log warns of it.
 */
public final class Netty implements HttpStack {

  private static final String ENCODER = "io.netty.handler.codec.http.HttpClientCodec$Encoder";
  private static final String FRAME_CODEC = "io.netty.handler.codec.http2.Http2FrameCodec";

  @Override
  public List<Site> sites(List<String> hooks, Examiner examiner) {
    Site http1 =
        new Site(
            "netty",
            point(hooks, ENCODER, "encode", "java.util.List"),
            call -> replaceHttp1(call, hooks, examiner));
    Site http2 =
        new Site(
            "netty-http2",
            point(hooks, FRAME_CODEC, "write", "io.netty.channel.ChannelPromise"),
            call -> replaceHttp2(call, hooks, examiner));
    return Stream.concat(
            Stream.of(http1, http2),
            NettyStreams.sites(hooks, examiner, request -> begun(request, hooks, examiner)))
        .toList();
  }

  private static HookPoint point(List<String> hooks, String type, String method, String third) {
    return new HookPoint(
        String.join(",", hooks),
        type,
        method,
        List.of("io.netty.channel.ChannelHandlerContext", "java.lang.Object", third),
        new Target.Argument(1));
  }

  private static @Nullable Object replaceHttp1(
      Invocation call, List<String> hooks, Examiner examiner) {
    return replace(
        NettyHttp1Request.of(codec(call), context(call), call.value(), examiner), hooks, examiner);
  }

  private static @Nullable Object replaceHttp2(
      Invocation call, List<String> hooks, Examiner examiner) {
    return replace(
        NettyHttp2Request.of(codec(call), context(call), call.value(), examiner), hooks, examiner);
  }

  private static Object codec(Invocation call) {
    return Objects.requireNonNull(call.self());
  }

  private static Object context(Invocation call) {
    return Objects.requireNonNull(call.arguments().get(0));
  }

  /** What to encode instead of the head of a token request, or of all of it. */
  private static @Nullable Object replace(
      @Nullable NettyRequest request, List<String> hooks, Examiner examiner) {
    if (request == null || NettyWriter.isWriting(request.message())) {
      return null;
    }
    Attempt attempt = request.posts() ? attempt(request, hooks, examiner) : null;
    if (attempt == null) {
      tell(request, hooks, examiner);
      return null;
    }
    NettyBody body = new NettyBody(request, attempt);
    Object behind =
        NettyHandler.add(request, body, new NettyResponse(request, attempt), attempt.failures());
    Object replacement = body.begin(behind);
    body.sendSoon(behind);
    return replacement == null ? null : request.replacedBy(replacement);
  }

  /** Only a request whose answer is told costs its channel something. */
  private static void tell(NettyRequest request, List<String> hooks, Examiner examiner) {
    String method = examiner.traces() ? request.method() : null;
    if (method != null
        && examiner.traces(method, request.url())
        && NettyClients.hook(request.pipeline(), hooks) != null) {
      ToldResponse.add(request, method, examiner);
    }
  }

  private static @Nullable NettyStream begun(
      NettyHttp2Request request, List<String> hooks, Examiner examiner) {
    Attempt attempt = attempt(request, hooks, examiner);
    return attempt == null ? null : new NettyStream(request, attempt);
  }

  /** Null for what is no token request, and for that of another client. */
  private static @Nullable Attempt attempt(
      NettyRequest request, List<String> hooks, Examiner examiner) {
    TokenRequest lead = request.lead(examiner);
    if (lead == null) {
      return null;
    }
    String hook = NettyClients.hook(request.pipeline(), hooks);
    if (hook == null && !NettyClients.knows(request.pipeline())) {
      examiner.unseen(lead.with(request::values, null), "netty", "unknown-client");
    }
    return hook == null ? null : Attempt.withoutWaiting(examiner, hook, lead, request::values);
  }
}
