package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

  /** Of those that write to a connection themselves. */
  private static final Set<String> HOOKS = Set.of("vertx", "armeria");

  private final Function<NettyHttp2Request, @Nullable NettyStream> begins;
  private final Examiner examiner;
  private final ToldStreams told;

  /** By the channel, for as long as a token request is unanswered there. */
  private final Map<Object, OpenStreams> open = Collections.synchronizedMap(new WeakHashMap<>());

  private NettyStreams(
      List<String> hooks,
      Examiner examiner,
      Function<NettyHttp2Request, @Nullable NettyStream> begins) {
    this.examiner = examiner;
    this.told = new ToldStreams(hooks, examiner);
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
        : StreamPlaces.sites(String.join(",", own), new NettyStreams(own, examiner, begins));
  }

  /** In place of writing a head: nothing yet, or null to write it. */
  @Nullable Object hold(Invocation invocation) {
    StreamCall call = new StreamCall(invocation);
    Object headers = call.argument(2);
    if (NettyWriter.isWriting(headers)) {
      return null;
    }
    OpenStreams before = connection(call);
    if (before != null) {
      before.writeHeldHead();
    }
    NettyStream stream = begun(call, headers);
    if (stream == null) {
      return null;
    }
    open.values().removeIf(OpenStreams::isClosed);
    open.computeIfAbsent(call.channel(), OpenStreams::new).add(call.id(), stream);
    return stream.hold(call.self(), invocation.arguments());
  }

  private @Nullable NettyStream begun(StreamCall call, Object headers) {
    Object handler = HostCalls.answer(call.context(), "handler");
    if (new NettyFrames(handler).isFrameCodec()) {
      return null; // Which is woven itself.
    }
    NettyHttp2Request request =
        new NettyHttp2Request(handler, call.context(), headers, headers, call.id());
    request.tell(examiner);
    NettyStream stream = request.isPost() && !call.endsStream() ? begins.apply(request) : null;
    if (stream == null) {
      told.sent(call, request);
    }
    return stream;
  }

  /** A trailer comes after all of the body. */
  @Nullable Object end(Invocation invocation) {
    NettyStream stream = stream(new StreamCall(invocation));
    if (stream != null) {
      stream.writeHeldBody();
    }
    return null;
  }

  @Nullable Object body(Invocation invocation) {
    StreamCall call = new StreamCall(invocation);
    NettyStream stream = stream(call);
    return stream == null ? null : stream.replace(call.self(), call.argument(2), call.endsStream());
  }

  @Nullable Object answered(Invocation invocation) {
    StreamCall call = new StreamCall(invocation);
    told.answered(call);
    NettyStream stream = stream(call);
    if (stream != null) {
      stream.read(call.argument(2), (boolean) call.argument(4));
      if (stream.isAnswered()) {
        forget(call);
      }
    }
    return null;
  }

  /** The client gives a stream up, for which its head has to be there. */
  @Nullable Object giveUp(Invocation invocation) {
    StreamCall call = new StreamCall(invocation);
    NettyStream stream = stream(call);
    if (stream != null) {
      stream.letGo();
      forget(call);
    }
    told.forget(call);
    return null;
  }

  @Nullable Object reset(Invocation invocation) {
    StreamCall call = new StreamCall(invocation);
    if (stream(call) != null) {
      forget(call);
    }
    told.forget(call);
    return null;
  }

  private void forget(StreamCall call) {
    OpenStreams connection = connection(call);
    if (connection != null && connection.remove(call.id())) {
      open.remove(call.channel());
    }
  }

  private @Nullable NettyStream stream(StreamCall call) {
    OpenStreams connection = connection(call);
    return connection == null ? null : connection.stream(call.id());
  }

  private @Nullable OpenStreams connection(StreamCall call) {
    return open.isEmpty() ? null : open.get(call.channel());
  }
}
