package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.hook.HookHandler;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Clients that write to Netty's connection of HTTP/2 themselves, past its {@code Http2FrameCodec},
 * as Vert.x and Armeria do. Streams are numbered before their heads are written, and a head that
 * another overtakes ends the connection (RFC 9113, section 5.1.1). So a head is held for no longer
 * than until the next one, or the end of the event loop's task: those clients write a body that is
 * there in the same task. All is called by the channel's event loop.
 */
final class NettyStreams {

  private static final String HTTP = "io.netty.handler.codec.http2.";
  private static final String CONTEXT = "io.netty.channel.ChannelHandlerContext";
  private static final String PROMISE = "io.netty.channel.ChannelPromise";
  private static final String HEADERS = HTTP + "Http2Headers";
  private static final String BUFFER = "io.netty.buffer.ByteBuf";

  /** Of those that write to a connection themselves. */
  private static final Set<String> HOOKS = Set.of("vertx", "armeria");

  private final String hooks;
  private final Function<NettyHttp2Request, @Nullable NettyStream> begins;
  private final Examiner examiner;

  /** By the channel, for as long as a token request is unanswered there. */
  private final Map<Object, OpenStreams> open = Collections.synchronizedMap(new WeakHashMap<>());

  private NettyStreams(
      String hooks, Examiner examiner, Function<NettyHttp2Request, @Nullable NettyStream> begins) {
    this.hooks = hooks;
    this.examiner = examiner;
    this.begins = begins;
  }

  /**
   * Where they are met; nowhere if no hook is of them.
   *
   * @param begins what is done with a request that posts something; null to let it pass
   */
  static Stream<Site> sites(
      List<String> hooks,
      Examiner examiner,
      Function<NettyHttp2Request, @Nullable NettyStream> begins) {
    List<String> own = hooks.stream().filter(HOOKS::contains).toList();
    return own.isEmpty()
        ? Stream.empty()
        : new NettyStreams(String.join(",", own), examiner, begins).sites();
  }

  private Stream<Site> sites() {
    String reader = "DefaultHttp2ConnectionDecoder$FrameReadListener#";
    return Stream.of(
        head(List.of(CONTEXT, "int", HEADERS, "int", "boolean", PROMISE)),
        head(
            List.of(CONTEXT, "int", HEADERS, "int", "short", "boolean", "int", "boolean", PROMISE)),
        site(
            "DefaultHttp2ConnectionEncoder#writeData",
            List.of(CONTEXT, "int", BUFFER, "int", "boolean", PROMISE),
            new Target.Argument(2),
            this::body),
        site(
            reader + "onHeadersRead",
            List.of(CONTEXT, "int", HEADERS, "int", "boolean"),
            new Target.Argument(2),
            this::answered),
        site(
            reader + "onDataRead",
            List.of(CONTEXT, "int", BUFFER, "int", "boolean"),
            new Target.Argument(2),
            this::answered),
        site(
            reader + "onRstStreamRead",
            List.of(CONTEXT, "int", "long"),
            new Target.Argument(0),
            this::reset));
  }

  private Site head(List<String> types) {
    return site("DefaultHttp2FrameWriter#writeHeaders", types, new Target.Instead(), this::hold);
  }

  private Site site(String place, List<String> types, Target target, HookHandler handler) {
    String[] parts = place.split("#", 2);
    return new Site(
        "netty-" + place + types.size(),
        new HookPoint(hooks, HTTP + parts[0], parts[1], types, target),
        handler);
  }

  /** In place of writing a head: nothing yet, or null to write it. */
  private @Nullable Object hold(Invocation call) {
    Object headers = Objects.requireNonNull(call.arguments().get(2));
    if (NettyWriter.isWriting(headers)) {
      return null;
    }
    OpenStreams before = connection(call);
    if (before != null) {
      before.writeHead();
    }
    NettyStream stream = begun(call, headers);
    if (stream == null) {
      return null;
    }
    open.values().removeIf(OpenStreams::isClosed);
    Object channel = channel(call);
    open.computeIfAbsent(channel, OpenStreams::new).add(id(call), stream);
    return stream.hold(Objects.requireNonNull(call.self()), call.arguments());
  }

  private @Nullable NettyStream begun(Invocation call, Object headers) {
    Object context = context(call);
    Object handler = HostCalls.answer(context, "handler");
    NettyHttp2Request request = new NettyHttp2Request(handler, context, headers, headers, id(call));
    int last = call.arguments().size() - 2;
    if (new NettyFrames(handler).isFrameCodec()) {
      return null; // Which is woven itself.
    }
    request.tell(examiner);
    boolean hasBody = request.isPost() && !(boolean) argument(call, last);
    return hasBody ? begins.apply(request) : null;
  }

  private @Nullable Object body(Invocation call) {
    NettyStream stream = stream(call);
    return stream == null ? null : stream.replace(argument(call, 2), (boolean) argument(call, 4));
  }

  private @Nullable Object answered(Invocation call) {
    NettyStream stream = stream(call);
    if (stream != null) {
      stream.read(argument(call, 2), (boolean) argument(call, 4));
      if (stream.isAnswered()) {
        forget(call);
      }
    }
    return null;
  }

  private @Nullable Object reset(Invocation call) {
    if (!open.isEmpty()) {
      forget(call);
    }
    return null;
  }

  private void forget(Invocation call) {
    OpenStreams connection = connection(call);
    if (connection != null && connection.remove(id(call))) {
      open.remove(channel(call));
    }
  }

  private @Nullable NettyStream stream(Invocation call) {
    OpenStreams connection = connection(call);
    return connection == null ? null : connection.stream(id(call));
  }

  private @Nullable OpenStreams connection(Invocation call) {
    return open.isEmpty() ? null : open.get(channel(call));
  }

  private static Object channel(Invocation call) {
    return HostCalls.answer(context(call), "channel");
  }

  private static Object context(Invocation call) {
    return argument(call, 0);
  }

  private static Integer id(Invocation call) {
    return (Integer) argument(call, 1);
  }

  private static Object argument(Invocation call, int index) {
    return Objects.requireNonNull(call.arguments().get(index));
  }
}
