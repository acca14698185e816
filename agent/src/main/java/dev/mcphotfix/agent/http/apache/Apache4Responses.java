package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.hook.HookHandler;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Looks at the token responses of HttpAsyncClient 4 while they pass to the host's consumers. */
final class Apache4Responses {

  private static final String HTTP = "org.apache.http.";
  private static final String STATE = HTTP + "impl.nio.client.InternalState";
  private static final String HANDLER = HTTP + "impl.nio.client.AbstractClientExchangeHandler";
  private static final String DECODER = HTTP + "nio.ContentDecoder";

  private final String hook;
  private final ApacheMessages messages;
  private final Examiner examiner;

  /** The ones that are under way, by the state of their exchange. */
  private final Map<Object, ApacheResponse> open = Collections.synchronizedMap(new WeakHashMap<>());

  Apache4Responses(String hook, ApacheMessages messages, Examiner examiner) {
    this.hook = hook;
    this.messages = messages;
    this.examiner = examiner;
  }

  /**
   * @param className of the client's innermost part
   */
  List<Site> sites(String className) {
    return List.of(
        site(
            className,
            "responseReceived",
            List.of(HTTP + "HttpResponse", STATE, HANDLER),
            new Target.Arguments(),
            this::received),
        site(
            className,
            "consumeContent",
            List.of(STATE, DECODER, HTTP + "nio.IOControl"),
            new Target.Argument(1),
            this::observe),
        site(
            className,
            "responseCompleted",
            List.of(STATE, HANDLER),
            new Target.Arguments(),
            this::completed));
  }

  private Site site(
      String className,
      String method,
      List<String> parameters,
      Target target,
      HookHandler handler) {
    return new Site(
        hook + '-' + method, new HookPoint(hook, className, method, parameters, target), handler);
  }

  private @Nullable Object received(Invocation call) {
    Object response = call.arguments().get(0);
    Object state = call.arguments().get(1);
    HeldContent content =
        state == null
            ? null
            : StandIn.behind(HostCalls.call(state, "getRequestProducer"), HeldContent.class);
    Attempt attempt = content == null ? null : content.attempt();
    if (response != null && attempt != null && attempt.isDecided()) {
      open(state, response, attempt);
    } else if (response != null && content != null && attempt == null && examiner.traces()) {
      tell(content.request(), state, response);
    }
    return null;
  }

  private void open(Object state, Object response, Attempt attempt) {
    ApacheResponse observed =
        ApacheResponse.of(
            response, messages.status(response), HostCalls.call(response, "getEntity"), attempt);
    if (observed != null) {
      open.put(state, observed);
    }
  }

  /** Null is what was sent before anybody asked. */
  private void tell(@Nullable Object request, Object state, Object response) {
    if (request != null) {
      String url = messages.url(request, HostCalls.answer(state, "getLocalContext"));
      messages.tell(request, url, response, examiner);
    }
  }

  private @Nullable Object observe(Invocation call) {
    ApacheResponse response = open.isEmpty() ? null : open.get(call.arguments().get(0));
    Object decoder = call.value();
    return response == null || decoder == null || call.self() == null
        ? null
        : StandIn.of(decoder, examiner.failures(hook), read -> observed(read, response))
            .as(LibraryType.near(call.self(), DECODER));
  }

  private @Nullable Object completed(Invocation call) {
    ApacheResponse response = open.isEmpty() ? null : open.remove(call.arguments().get(0));
    if (response != null) {
      response.ended();
    }
    return null;
  }

  private static @Nullable Object observed(StandInCall read, ApacheResponse response) {
    Object answer = read.pass();
    if (read.argument(0) instanceof ByteBuffer buffer
        && answer instanceof Integer count
        && count > 0) {
      response.attempt().received(buffer.duplicate().flip().position(buffer.position() - count));
    }
    return answer;
  }
}
