package dev.mcphotfix.agent.http.urlconnection;

import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The token requests that are under way, by their connections. Thread-safe. */
final class UrlConnectionRequests {

  private final String hook;

  /** A value must not keep its key alive. */
  private final Map<Object, UrlConnectionRequest> open =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final UrlConnectionTrace trace = new UrlConnectionTrace(open.keySet());

  UrlConnectionRequests(String hook) {
    this.hook = hook;
  }

  boolean areOpen() {
    return !open.isEmpty();
  }

  /**
   * A short form of fixed length is buffered until it is sent, since its length goes ahead of it.
   */
  boolean buffer(Invocation call, Examiner examiner) {
    HttpURLConnection connection = connection(call);
    long length = call.value() instanceof Number number ? number.longValue() : -1;
    boolean isShort = length > 0 && length <= FormBytes.LARGEST;
    UrlConnectionRequest request = isShort ? opened(connection, examiner) : null;
    return request != null && request.fixLength(length);
  }

  @Nullable Object body(Invocation call, Examiner examiner) {
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
  @Nullable Object header(Invocation call, Examiner examiner) {
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

  @Nullable Object finish(Invocation call, Examiner examiner) {
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

  @Nullable Object answer(Invocation call, Examiner examiner) {
    if (call.value() != null && examiner.traces()) {
      trace.answered(call, examiner); // It is shown before and after a redirect may be followed.
    }
    return seen(call, UrlConnectionResponse::observe);
  }

  /** Asked about each request of the host, and meant for those that are under way. */
  @Nullable Object seen(
      Invocation call, BiFunction<UrlConnectionRequest, Invocation, @Nullable Object> handler) {
    UrlConnectionRequest request = open.get(connection(call));
    return request == null ? null : handler.apply(request, call);
  }

  @Nullable Object refused(Invocation call, Examiner examiner) {
    return trace.refused(call, examiner);
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
                    new Attempt(examiner, hook, lead, TokenRequest.HeaderFields.UNKNOWN)));
  }

  static HttpURLConnection connection(Invocation call) {
    return (HttpURLConnection) Objects.requireNonNull(call.self());
  }
}
