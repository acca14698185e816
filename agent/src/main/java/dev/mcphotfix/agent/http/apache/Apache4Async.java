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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * HttpAsyncClient 4. The producer of each request gets a stand-in, which does nothing of its own
 * until the client has made a token request whose header is final: for each attempt, redirect and
 * answer to a challenge anew. The client sends a copy of that request.
 */
record Apache4Async(String hook, ApacheMessages messages, Examiner examiner) {

  static final String CLIENT = "org.apache.http.impl.nio.client.";

  private static final String HTTP = "org.apache.http.";
  private static final String PRODUCER = HTTP + "nio.protocol.HttpAsyncRequestProducer";
  private static final List<String> EXECUTE =
      List.of(
          PRODUCER,
          HTTP + "nio.protocol.HttpAsyncResponseConsumer",
          HTTP + "protocol.HttpContext",
          HTTP + "concurrent.FutureCallback");
  private static final List<String> GENERATE =
      List.of(CLIENT + "InternalState", CLIENT + "AbstractClientExchangeHandler");

  List<Site> sites() {
    String client = CLIENT + "InternalHttpAsyncClient";
    String exec = CLIENT + "MainClientExec";
    List<Site> sites = new ArrayList<>(new Apache4Responses(hook, messages, examiner).sites(exec));
    sites.add(
        new Site(
            hook + "-async",
            new HookPoint(hook, client, "execute", EXECUTE, new Target.Argument(0)),
            this::replaceProducer));
    sites.add(
        new Site(
            hook + "-generate",
            new HookPoint(hook, exec, "generateRequest", GENERATE, new Target.Return()),
            this::replaceRequest));
    return sites;
  }

  private @Nullable Object replaceProducer(Invocation call) {
    Object producer = call.value();
    Object self = self(call);
    return producer == null
        ? null
        : new HeldContent(
                producer,
                LibraryType.near(self, HTTP + "nio.ContentEncoder"),
                examiner.failures(hook))
            .as(LibraryType.near(self, PRODUCER));
  }

  private @Nullable Object replaceRequest(Invocation call) {
    Object request = call.value();
    Object state = Objects.requireNonNull(call.arguments().get(0));
    HeldContent content =
        StandIn.behind(HostCalls.call(state, "getRequestProducer"), HeldContent.class);
    if (request == null || content == null) {
      return null;
    }
    content.pass(examiner.traces() ? request : null); // Of the attempt before.
    Object context = HostCalls.answer(state, "getLocalContext");
    if (examiner.looksAhead()) {
      examiner.met(messages.url(request, context));
    }
    Object entity = messages.posted(request, self(call));
    String type = entity == null ? null : ApacheMessages.header(request, "Content-Type");
    if (!TokenRequest.isForm(type)) {
      return null;
    }
    String url = messages.url(request, context);
    TokenRequest lead = examiner.lead("POST", url, type);
    if (lead == null) {
      return null;
    }
    Object copy = messages.copy(request, self(call));
    HostCalls.call(copy, "setEntity", entity);
    Attempt attempt =
        Attempt.withoutWaiting(examiner, hook, lead, name -> ApacheMessages.values(copy, name));
    String length = ApacheMessages.header(request, "Content-Length");
    if (length == null) {
      content.hold(attempt);
    } else {
      Object control = HostCalls.answer(context, "getAttribute", "http.connection");
      boolean expects = ApacheMessages.header(request, "Expect") != null;
      long decided = content.decide(Long.parseLong(length), control, expects, attempt);
      HostCalls.call(copy, "setHeader", "Content-Length", String.valueOf(decided));
    }
    return copy;
  }

  private static Object self(Invocation call) {
    return Objects.requireNonNull(call.self());
  }
}
