package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous client of Apache HttpClient 5, over HTTP/1.1 and HTTP/2. The innermost part of
 * the client is given stand-ins, for each attempt, redirect and answer to a challenge anew. The
 * decision waits until the request is committed to its connection, when its header is final, which
 * {@link Apache5Sending} sees.
 *
 * @param open the bodies under way: while there is none, no request is looked into
 */
record Apache5Async(String hook, ApacheMessages messages, Examiner examiner, Set<Object> open) {

  static final String CORE = "org.apache.hc.core5.";
  static final String CLIENT = "org.apache.hc.client5.http.";
  private static final String REQUEST = CORE + "http.HttpRequest";
  private static final String PRODUCER = CORE + "http.nio.AsyncEntityProducer";
  private static final String CALLBACK = CLIENT + "async.AsyncExecCallback";
  private static final List<String> EXECUTE =
      List.of(
          REQUEST,
          PRODUCER,
          CLIENT + "async.AsyncExecChain$Scope",
          CLIENT + "async.AsyncExecChain",
          CALLBACK);

  Apache5Async(String hook, ApacheMessages messages, Examiner examiner) {
    this(
        hook,
        messages,
        examiner,
        Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>())));
  }

  List<Site> sites() {
    List<Site> sites = new ArrayList<>();
    sites.add(execute("-async", CLIENT + "impl.async.HttpAsyncMainClientExec"));
    sites.add(execute("-async-h2", CLIENT + "impl.async.H2AsyncMainClientExec"));
    sites.addAll(new Apache5Sending(hook, examiner, open).sites());
    return sites;
  }

  private Site execute(String key, String className) {
    return new Site(
        hook + key,
        new HookPoint(hook, className, "execute", EXECUTE, new Target.Arguments()),
        this::replaceBody);
  }

  private Object @Nullable [] replaceBody(Invocation call) {
    Object[] arguments = call.arguments().toArray();
    Object request = arguments[0];
    Object producer = arguments[1];
    if (examiner.looksAhead()) {
      examiner.met(Apache5.url(request));
    }
    TokenRequest lead = producer == null ? null : lead(request, producer);
    Object self = Objects.requireNonNull(call.self());
    if (producer == null || lead == null) {
      return examiner.traces() ? told(arguments, self) : null;
    }
    Attempt attempt =
        Attempt.withoutWaiting(examiner, hook, lead, name -> values(request, producer, name));
    HeldProducer held = new HeldProducer(producer, dataChannel(self), attempt);
    open.add(held);
    arguments[1] = held.as(LibraryType.near(self, PRODUCER));
    arguments[4] = ObservedCallback.of(arguments[4], LibraryType.near(self, CALLBACK), attempt);
    return arguments;
  }

  private @Nullable TokenRequest lead(Object request, Object producer) {
    if (!"POST".equals(HostCalls.call(request, "getMethod"))) {
      return null;
    }
    String type = contentType(request, producer);
    return TokenRequest.isForm(type) ? examiner.lead("POST", Apache5.url(request), type) : null;
  }

  /** Of the response the status and the header are told, and nothing else is looked at. */
  private Object[] told(Object[] arguments, Object neighbour) {
    Object request = arguments[0];
    arguments[4] =
        ObservedCallback.told(
            arguments[4],
            LibraryType.near(neighbour, CALLBACK),
            response -> messages.tell(request, Apache5.url(request), response, examiner),
            examiner.failures(hook));
    return arguments;
  }

  /** What the body says of itself may not have been added to the header yet. */
  private static List<String> values(Object request, Object producer, String name) {
    String own =
        switch (name) {
          case "Content-Type" -> contentType(request, producer);
          case "Content-Encoding" -> (String) HostCalls.call(producer, "getContentEncoding");
          default -> null;
        };
    List<String> values = ApacheMessages.values(request, name);
    return values.isEmpty() && own != null ? List.of(own) : values;
  }

  private static @Nullable String contentType(Object request, Object producer) {
    String type = ApacheMessages.header(request, "Content-Type");
    return type == null ? (String) HostCalls.call(producer, "getContentType") : type;
  }

  /** What a producer writes to. */
  static Class<?> dataChannel(Object neighbour) {
    return LibraryType.near(neighbour, CORE + "http.nio.DataStreamChannel");
  }
}
