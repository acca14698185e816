package dev.mcphotfix.agent.http.helidon;

import dev.mcphotfix.agent.hook.HookHandler;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The WebClient of Helidon 4, over HTTP/1.1 and HTTP/2.
 *
 * <p>The woven chains are the last of a call, behind the services of the application, and made anew
 * for each redirect. A body that is an object is bytes there, or becomes bytes; any other is
 * written by a handler.
 */
public final class Helidon implements HttpStack {

  static final String NAME = "helidon";

  private static final String HTTP_1 = "io.helidon.webclient.http1.Http1Call";
  private static final String HTTP_2 = "io.helidon.webclient.http2.Http2Call";
  private static final String HANDLER =
      "io.helidon.webclient.api.ClientRequest$OutputStreamHandler";

  /** By the {@code WebClientServiceRequest}. */
  private final Map<Object, Attempt> open = Collections.synchronizedMap(new WeakHashMap<>());

  /** The {@code WebClientServiceRequest} that a chain is about to send over HTTP/2. */
  private final Map<Object, Object> sending = Collections.synchronizedMap(new WeakHashMap<>());

  @Override
  public List<Site> sites(List<String> hooks, Examiner examiner) {
    HookHandler handler = call -> replaceHandler(call, examiner);
    HookHandler answer = call -> observe(call, examiner);
    Target arguments = new Target.Arguments();
    return List.of(
        site("-entity", HTTP_1 + "EntityChain#doProceed", arguments, call -> send(call, examiner)),
        site(
            "-entity-2",
            HTTP_2 + "EntityChain#doProceed",
            arguments,
            call -> remember(call, examiner)),
        site(
            "-bytes-2",
            HTTP_2 + "EntityChain#entityBytes",
            new Target.Return(),
            call -> replaceBytes(call, examiner)),
        site("-stream", HTTP_1 + "OutputStreamChain#<init>", arguments, handler),
        site("-stream-2", HTTP_2 + "OutputStreamChain#<init>", arguments, handler),
        site("-response", HTTP_1 + "ChainBase#proceed", new Target.Return(), answer),
        site("-response-2", HTTP_2 + "ChainBase#proceed", new Target.Return(), answer));
  }

  private static Site site(String suffix, String method, Target target, HookHandler handler) {
    int name = method.indexOf('#');
    HookPoint point =
        new HookPoint(NAME, method.substring(0, name), method.substring(name + 1), null, target);
    return new Site(NAME + suffix, point, handler);
  }

  /** Called with the connection, the request, its headers, and last the buffer to send. */
  private Object @Nullable [] send(Invocation call, Examiner examiner) {
    Object[] arguments = call.arguments().toArray();
    new HelidonRequest(arguments[1]).met(examiner);
    Object entity = HostCalls.field(Objects.requireNonNull(call.self()), "entity");
    if (!(entity instanceof byte[] own) || own.length == 0) {
      return null;
    }
    byte[] other = changed(arguments[1], own, examiner);
    if (other == null) {
      return null;
    }
    OtherEntity instead = new OtherEntity(own, other, examiner.failures(NAME));
    int last = arguments.length - 1;
    arguments[2] = instead.headers(arguments[2]);
    arguments[last] = instead.buffer(arguments[last]);
    return arguments;
  }

  private @Nullable Object remember(Invocation call, Examiner examiner) {
    Object request = Objects.requireNonNull(call.arguments().get(0));
    new HelidonRequest(request).met(examiner);
    sending.put(Objects.requireNonNull(call.self()), request);
    return null;
  }

  private byte @Nullable [] replaceBytes(Invocation call, Examiner examiner) {
    Object request = sending.remove(call.self());
    return request != null && call.value() instanceof byte[] entity
        ? changed(request, entity, examiner)
        : null;
  }

  private byte @Nullable [] changed(Object request, byte[] entity, Examiner examiner) {
    Attempt attempt = attempt(request, examiner);
    return attempt == null
        ? null
        : attempt.decide(entity.length > FormBytes.LARGEST ? null : entity);
  }

  /** The constructor's last argument. */
  private Object @Nullable [] replaceHandler(Invocation call, Examiner examiner) {
    Object[] arguments = call.arguments().toArray();
    int last = arguments.length - 1;
    arguments[last] =
        new HeldHandler(
                arguments[last], request -> written(request, examiner), examiner.failures(NAME))
            .as(LibraryType.near(arguments[1], HANDLER));
    return arguments;
  }

  private @Nullable Attempt written(Object request, Examiner examiner) {
    new HelidonRequest(request).met(examiner);
    return attempt(request, examiner);
  }

  private @Nullable Attempt attempt(Object request, Examiner examiner) {
    Attempt attempt = new HelidonRequest(request).attempt(examiner);
    if (attempt != null) {
      open.put(request, attempt);
    }
    return attempt;
  }

  private @Nullable Object observe(Invocation call, Examiner examiner) {
    Object request = Objects.requireNonNull(call.arguments().get(0));
    Attempt attempt = open.remove(request);
    Object response = call.value();
    if (attempt == null && response != null && examiner.traces()) {
      new HelidonRequest(request).tell(response, examiner);
    }
    return attempt == null || response == null || !attempt.isDecided()
        ? null
        : HelidonResponse.of(response, attempt);
  }
}
