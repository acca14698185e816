package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where the asynchronous client of Apache HttpClient 5 sends a request to its connection, and where
 * the request is committed to it.
 *
 * @param open the bodies under way: while there is none, no request is looked into
 */
record Apache5Sending(String hook, Examiner examiner, Set<Object> open) {

  private static final String CORE = Apache5Async.CORE;
  private static final String EXEC = Apache5Async.CLIENT + "impl.async.";
  private static final String STREAM = CORE + "http.impl.nio.ClientHttp1StreamHandler";
  private static final String CHANNEL = CORE + "http.nio.RequestChannel";
  private static final List<String> SEND = List.of(CHANNEL, CORE + "http.protocol.HttpContext");
  private static final List<String> COMMIT =
      List.of(CORE + "http.HttpRequest", CORE + "http.EntityDetails");

  List<Site> sites() {
    return List.of(
        send("-send", EXEC + "HttpAsyncMainClientExec$1"),
        send("-send-h2", EXEC + "H2AsyncMainClientExec$1"),
        commit("-commit", STREAM),
        commit("-commit-h2", CORE + "http2.impl.nio.ClientH2StreamHandler"));
  }

  private Site send(String key, String className) {
    return new Site(
        hook + key,
        new HookPoint(hook, className, "produceRequest", SEND, new Target.Argument(0)),
        this::replaceChannel);
  }

  private Site commit(String key, String className) {
    return new Site(
        hook + key,
        new HookPoint(hook, className, "commitRequest", COMMIT, new Target.Arguments()),
        Apache5Sending::decide);
  }

  private @Nullable Object replaceChannel(Invocation call) {
    Object channel = call.value();
    Object handler = Objects.requireNonNull(call.self());
    if (channel == null || open.isEmpty() || !canWait(handler)) {
      return null;
    }
    return new HeldRequest(
            channel, handler, Apache5Async.dataChannel(handler), examiner.failures(hook))
        .as(LibraryType.near(handler, CHANNEL));
  }

  /** Older ones miss that there is more of a body while another thread sends its header. */
  private static boolean canWait(Object neighbour) {
    try {
      Class<?> stream = LibraryType.near(neighbour, STREAM);
      return stream.getDeclaredField("requestState").getType() == AtomicReference.class;
    } catch (NoSuchFieldException unknown) {
      return false;
    }
  }

  private static @Nullable Object decide(Invocation call) {
    HeldProducer held = StandIn.behind(call.arguments().get(1), HeldProducer.class);
    if (held != null) {
      commit(call.arguments().get(0), held);
    }
    return null;
  }

  /** The header is final, and tells the length that is right. */
  static void commit(@Nullable Object request, HeldProducer held) {
    long length = held.ahead().commit();
    if (request != null
        && length >= 0
        && ApacheMessages.header(request, "Content-Length") != null) {
      HostCalls.call(request, "setHeader", "Content-Length", String.valueOf(length));
    }
  }
}
