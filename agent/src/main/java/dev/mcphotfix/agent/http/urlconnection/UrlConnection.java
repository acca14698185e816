package dev.mcphotfix.agent.http.urlconnection;

import dev.mcphotfix.agent.hook.CallFilter;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.hook.Site;
import dev.mcphotfix.agent.hook.Target;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.HttpStack;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code java.net.HttpURLConnection} and {@code HttpsURLConnection}: buffered, of fixed length and
 * chunked.
 *
 * <p>Of a response's body only what came together with its header is observed. An {@code
 * Authorization} that the JDK itself adds, because an {@code Authenticator} has answered a
 * challenge before, is not seen.
 */
public final class UrlConnection implements HttpStack {

  private static final String NAME = "url-connection";

  private static final String CLASS = "sun.net.www.protocol.http.HttpURLConnection";
  private static final String OUTPUT = "getOutputStream";
  private static final String SEND = "writeRequests";

  /** The token requests that are under way. A value must not keep its key alive. */
  private final Map<Object, UrlConnectionRequest> open =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final UrlConnectionTrace trace = new UrlConnectionTrace(open.keySet());

  @Override
  public List<Site> sites(List<String> hooks, Examiner examiner) {
    CallFilter whileOpen = first -> !open.isEmpty();
    return List.of(
        new Site(
            NAME + "-length",
            point(OUTPUT, new Target.Field("fixedContentLength")),
            call -> buffer(call, examiner) ? -1 : null),
        new Site(
            NAME + "-long-length",
            point(OUTPUT, new Target.Field("fixedContentLengthLong")),
            call -> buffer(call, examiner) ? -1L : null),
        new Site(NAME + "-body", point(OUTPUT, new Target.Return()), call -> body(call, examiner)),
        new Site(
            NAME + "-header",
            point(SEND, new Target.Field("requests")),
            call -> header(call, examiner)),
        // Behind the header's, which decides.
        new Site(
            NAME + "-new-length",
            point(SEND, new Target.Field("fixedContentLengthLong")),
            call -> seen(call, (request, sent) -> request.fixedLength()),
            whileOpen),
        new Site(
            NAME + "-end",
            point("getInputStream", new Target.Arguments()),
            call -> finish(call, examiner)),
        new Site(
            NAME + "-failure",
            point("getInputStream", new Target.Field("rememberedException")),
            call -> seen(call, (request, sent) -> request.failure()),
            whileOpen),
        new Site(
            NAME + "-answer",
            point("followRedirect", new Target.Field("inputStream")),
            call -> answer(call, examiner),
            first -> !open.isEmpty() || examiner.traces()),
        new Site(
            NAME + "-refusal",
            point("disconnectInternal", new Target.Field("responseCode")),
            call -> trace.refused(call, examiner),
            first -> examiner.traces()),
        new Site(
            NAME + "-status",
            point("getInputStream", new Target.Return()),
            call -> seen(call, UrlConnectionResponse::observeFailure),
            whileOpen));
  }

  private static HookPoint point(String method, Target target) {
    return new HookPoint(NAME, CLASS, method, List.of(), target);
  }

  /**
   * A short form of fixed length is buffered until it is sent, since its length goes ahead of it.
   */
  private boolean buffer(Invocation call, Examiner examiner) {
    HttpURLConnection connection = connection(call);
    long length = call.value() instanceof Number number ? number.longValue() : -1;
    boolean isShort = length > 0 && length <= FormBytes.LARGEST;
    UrlConnectionRequest request = isShort ? opened(connection, examiner) : null;
    return request != null && request.fixLength(length);
  }

  private @Nullable Object body(Invocation call, Examiner examiner) {
    HttpURLConnection connection = connection(call);
    if (call.value() instanceof ByteArrayOutputStream poster) {
      UrlConnectionRequest request = opened(connection, examiner);
      return request == null ? null : request.buffered(poster);
    }
    UrlConnectionRequest request = open.get(connection);
    return request == null || !(call.value() instanceof OutputStream stream)
        ? null
        : request.streamed(stream);
  }

  /** Called before the header is sent; a buffered body is complete then. */
  private @Nullable Object header(Invocation call, Examiner examiner) {
    HttpURLConnection connection = connection(call);
    if (examiner.looksAhead()) {
      examiner.met(connection.getURL().toString());
    }
    if (examiner.traces()) {
      trace.sent(connection);
    }
    UrlConnectionRequest request = opened(connection, examiner);
    if (request != null && call.value() != null) {
      request.start(SentHeader.of(call.value()));
    }
    return null;
  }

  private @Nullable Object finish(Invocation call, Examiner examiner) {
    UrlConnectionRequest request = opened(connection(call), examiner);
    try {
      if (request != null) {
        request.finish();
      }
    } catch (IOException broken) {
      // The JDK is told of it when it closes the stream, as it does next.
    }
    return null;
  }

  private @Nullable Object answer(Invocation call, Examiner examiner) {
    if (call.value() != null && examiner.traces()) {
      trace.answered(call, examiner); // It is shown before and after a redirect may be followed.
    }
    return seen(call, UrlConnectionResponse::observe);
  }

  /** Asked about each request of the host, and meant for those that are under way. */
  private @Nullable Object seen(
      Invocation call, BiFunction<UrlConnectionRequest, Invocation, @Nullable Object> handler) {
    UrlConnectionRequest request = open.get(connection(call));
    return request == null ? null : handler.apply(request, call);
  }

  /** Null where the body is not worth reading. */
  private @Nullable UrlConnectionRequest opened(HttpURLConnection connection, Examiner examiner) {
    TokenRequest lead = UrlConnectionRequest.lead(connection, examiner);
    return lead == null
        ? null
        : open.computeIfAbsent(
            connection,
            key ->
                new UrlConnectionRequest(
                    new Attempt(examiner, NAME, lead, TokenRequest.HeaderFields.UNKNOWN)));
  }

  static HttpURLConnection connection(Invocation call) {
    return (HttpURLConnection) Objects.requireNonNull(call.self());
  }
}
