package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The {@code HttpRequestExecutor} of Apache HttpClient 4 or 5, which sends what the blocking
 * clients send: each attempt, redirect and answer to a challenge anew, with a header that is final.
 * It is given a copy of the request, so that the host's own stays as it was made.
 */
record ApacheExecutor(String hook, ApacheMessages messages, Examiner examiner) {

  private static final String CONTENT_LENGTH = "Content-Length";

  List<Site> sites(String className, List<String> parameters) {
    HookPoint request =
        new HookPoint(hook, className, "execute", parameters, new Target.Arguments());
    HookPoint response = new HookPoint(hook, className, "execute", parameters, new Target.Return());
    // In this order: the second is told the arguments as the first has replaced them.
    return List.of(
        new Site(hook, request, this::replaceRequest, this::mayReplace),
        new Site(hook + "-response", response, this::observeResponse, this::mayObserve));
  }

  /** Whether it is a form, or has to be told wherever it goes. */
  private boolean mayReplace(@Nullable Object request) {
    return examiner.looksAhead()
        || (request != null && messages.mayEnclose(request) && isForm(request));
  }

  private static boolean isForm(Object request) {
    return TokenRequest.isForm(ApacheMessages.header(request, "Content-Type"));
  }

  private boolean mayObserve(@Nullable Object request) {
    return request != null && (examiner.traces() || hasHeldEntity(request));
  }

  private boolean hasHeldEntity(Object request) {
    return messages.mayEnclose(request)
        && StandIn.behind(HostCalls.call(request, "getEntity"), ApacheEntity.class) != null;
  }

  private Object @Nullable [] replaceRequest(Invocation call) {
    Object[] arguments = call.arguments().toArray();
    Object request = arguments[0];
    if (examiner.looksAhead()) {
      examiner.met(messages.url(request, arguments[arguments.length - 1]));
    }
    Object entity = messages.posted(request, self(call));
    String type = entity == null ? null : ApacheMessages.header(request, "Content-Type");
    if (entity == null || !TokenRequest.isForm(type)) {
      return null;
    }
    String url = messages.url(request, arguments[arguments.length - 1]);
    TokenRequest lead = examiner.lead("POST", url, type);
    if (lead == null) {
      return null;
    }
    ApacheEntity sent =
        new ApacheEntity(
            entity, new Attempt(examiner, hook, lead, new ApacheHeader(messages, request)));
    arguments[0] = copy(request, sent, self(call));
    return arguments;
  }

  /** A body that is sent in chunks is decided about when it is written, any other one now. */
  private Object copy(Object request, ApacheEntity sent, Object neighbour) {
    Object copy = messages.copy(request, neighbour);
    String length = ApacheMessages.header(request, CONTENT_LENGTH);
    HostCalls.call(copy, "setEntity", sent.as(LibraryType.near(neighbour, messages.entityType())));
    if (length != null) {
      boolean expects = ApacheMessages.header(request, "Expect") != null;
      long decided = sent.decide(Long.parseLong(length), expects);
      HostCalls.call(copy, "setHeader", CONTENT_LENGTH, String.valueOf(decided));
    }
    return copy;
  }

  private @Nullable Object observeResponse(Invocation call) {
    Object request = call.arguments().get(0);
    Object response = call.value();
    ApacheEntity sent =
        request == null
            ? null
            : StandIn.behind(messages.posted(request, self(call)), ApacheEntity.class);
    if (sent != null && sent.attempt().isDecided() && response != null) {
      observe(response, sent.attempt(), LibraryType.near(self(call), messages.entityType()));
    } else if (sent == null && request != null && response != null && examiner.traces()) {
      Object context = call.arguments().get(call.arguments().size() - 1);
      messages.tell(request, messages.url(request, context), response, examiner);
    }
    return null;
  }

  private void observe(Object response, Attempt attempt, Class<?> type) {
    Object entity = HostCalls.call(response, "getEntity");
    ApacheResponse observed =
        ApacheResponse.of(response, messages.status(response), entity, attempt);
    if (entity != null && observed != null) {
      HostCalls.call(response, "setEntity", ObservedEntity.of(entity, type, observed));
    }
  }

  private static Object self(Invocation call) {
    return Objects.requireNonNull(call.self());
  }
}
