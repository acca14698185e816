package dev.mcphotfix.agent.http.jetty;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Jetty's HttpClient, 11 and 12.
 *
 * <p>A request is met when its connection begins to send it, for each redirect and challenge anew,
 * and decided about when its content is whole: whatever Jetty and its listeners add to the header
 * is seen. A header that tells the length of the content is sent no sooner. Once answered it has
 * its own content and length again. One that expects a {@code 100 Continue} and has its content not
 * in memory is left alone: its header is sent first.
 */
public final class Jetty implements HttpStack {

  private static final String NAME = "jetty";
  private static final String CLIENT = "org.eclipse.jetty.client.";

  /** What Jetty 12 does before it asks for the content; it goes no further where that is false. */
  private static final HookPoint HEADER =
      new HookPoint(
          NAME,
          CLIENT + "transport.HttpSender",
          "beginToHeaders",
          List.of(CLIENT + "transport.HttpExchange"),
          new Target.Return());

  /** By their {@code HttpExchange}, which a value must not keep alive. */
  private final Map<Object, Attempt> open = Collections.synchronizedMap(new WeakHashMap<>());

  @Override
  public List<Site> sites(List<String> hooks, Examiner examiner) {
    return Stream.of(
            sites("11", "", "api.Request$Content", "http.", examiner),
            sites("12", "transport.", "Request$Content", "transport.internal.", examiner),
            Stream.of(new Site(NAME + "-12-header", HEADER, this::keepBack)))
        .flatMap(sites -> sites)
        .toList();
  }

  private Stream<Site> sites(
      String version, String core, String content, String http, Examiner examiner) {
    String exchange = CLIENT + core + "HttpExchange";
    String key = NAME + '-' + version;
    Site request =
        new Site(
            key + "-request",
            point(CLIENT + core + "HttpSender", "queuedToBegin", exchange),
            call -> begin(call, CLIENT + content, examiner));
    return Stream.concat(
        Stream.of(request),
        new JettyResponses(open, examiner).sites(key, CLIENT + core, CLIENT + http));
  }

  static HookPoint point(String className, String method, String parameter) {
    return new HookPoint(NAME, className, method, List.of(parameter), new Target.Arguments());
  }

  private @Nullable Object begin(Invocation call, String contentType, Examiner examiner) {
    Object exchange = Objects.requireNonNull(call.arguments().get(0));
    JettyRequest request = JettyRequest.of(exchange);
    if (examiner.looksAhead()) {
      examiner.met(request.url());
    }
    if (!request.isPost()) {
      return null;
    }
    request.restore(); // A redirect may have taken over what held the content of another.
    Object content = request.content();
    TokenRequest lead = content == null ? null : request.lead(examiner);
    if (content == null || lead == null) {
      return null;
    }
    Attempt attempt = Attempt.withoutWaiting(examiner, NAME, lead, request.header());
    open.put(exchange, attempt);
    if (request.isUnreadable(content)) {
      attempt.decide(null);
    } else {
      request.hold(content, contentType, attempt);
    }
    return null;
  }

  /**
   * Jetty 12 sends the header, and with it the length, when no content is there as soon as it asks.
   * So it is asked for here; the header goes when that is whole, and nobody waits for it.
   */
  private @Nullable Object keepBack(Invocation call) {
    if (open.isEmpty() || !Boolean.TRUE.equals(call.value())) {
      return null;
    }
    JettyRequest request = JettyRequest.of(Objects.requireNonNull(call.arguments().get(0)));
    JettyContent content = request.held();
    if (content == null || !content.hasToldLength()) {
      return null;
    }
    Object sender = Objects.requireNonNull(call.self());
    return content.isThere(() -> goOn(sender)) ? null : false;
  }

  private static void goOn(Object sender) {
    Object content = Objects.requireNonNull(HostCalls.field(sender, "contentSender"));
    HostCalls.pass(content, "iterate");
  }
}
