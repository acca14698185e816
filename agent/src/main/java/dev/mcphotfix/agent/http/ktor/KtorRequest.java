package dev.mcphotfix.agent.http.ktor;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An {@code io.ktor.client.request.HttpRequestData} that posts something.
 *
 * @param content its {@code OutgoingContent}, which has a part of the header
 */
record KtorRequest(Object data, Object content) {

  private static final String CONTENT_TYPE = "Content-Type";
  private static final String CONTENT = "io.ktor.http.content.";

  /** Null for a request of another method. */
  static @Nullable KtorRequest ofPost(Object data) {
    return "POST".equals(HostCalls.call(HostCalls.answer(data, "getMethod"), "getValue"))
        ? new KtorRequest(data, HostCalls.answer(data, "getBody"))
        : null;
  }

  /** Null where the body is not worth reading. */
  @Nullable TokenRequest lead(Examiner examiner) {
    return examiner.lead("POST", url(), contentType());
  }

  boolean isArray() {
    return is("ByteArrayContent");
  }

  /** The same request with what is to be sent instead; null where it is left alone. */
  @Nullable Object with(Attempt attempt) {
    Object type = HostCalls.call(content, "getContentType");
    Object status = HostCalls.call(content, "getStatus");
    if (isStream()) {
      Object writer = KtorStream.writer(content, data, attempt);
      return sending(
          HostCalls.create(data, CONTENT + "ChannelWriterContent", writer, type, status, null),
          attempt);
    }
    byte[] changed = attempt.decide(read());
    return changed == null
        ? null
        : sending(
            HostCalls.create(data, CONTENT + "ByteArrayContent", changed, type, status), attempt);
  }

  /** Only what can be asked for again, as each attempt to send does. */
  byte @Nullable [] read() {
    Object length = HostCalls.call(content, "getContentLength");
    boolean isLong = length instanceof Long number && number > FormBytes.LARGEST;
    if (!isArray() || isLong || header("Content-Length") != null) {
      return null;
    }
    byte[] bytes = (byte[]) HostCalls.answer(content, "bytes");
    return bytes.length > FormBytes.LARGEST ? null : bytes;
  }

  /** Whether it is read while it is sent, and its length is not told before. */
  private boolean isStream() {
    return is("ReadChannelContent")
        && HostCalls.call(content, "getContentLength") == null
        && header("Content-Length") == null;
  }

  private boolean is(String kind) {
    return LibraryType.near(data, CONTENT + "OutgoingContent$" + kind).isInstance(content);
  }

  private Object sending(Object other, Attempt attempt) {
    return HostCalls.create(
        data,
        "io.ktor.client.request.HttpRequestData",
        HostCalls.answer(data, "getUrl"),
        HostCalls.answer(data, "getMethod"),
        HostCalls.answer(data, "getHeaders"),
        withOwnHeaders(other, attempt),
        HostCalls.answer(data, "getExecutionContext"),
        HostCalls.answer(data, "getAttributes"));
  }

  /** The other content with what this one adds to the header. */
  private @Nullable Object withOwnHeaders(Object other, Attempt attempt) {
    Object headers = HostCalls.answer(content, "getHeaders");
    return (boolean) HostCalls.answer(headers, "isEmpty")
        ? other
        : HostCalls.callStatic(
            LibraryType.near(data, "io.ktor.client.utils.ContentKt"),
            "wrapHeaders",
            other,
            KotlinFunction.of(data, 1, none -> headers, attempt.failures()));
  }

  /** As engines look for it. */
  private @Nullable String contentType() {
    Object type = HostCalls.call(content, "getContentType");
    if (type == null) {
      type = HostCalls.call(HostCalls.answer(content, "getHeaders"), "get", CONTENT_TYPE);
    }
    return type == null ? header(CONTENT_TYPE) : type.toString();
  }

  private @Nullable String header(String name) {
    return (String) HostCalls.call(HostCalls.answer(data, "getHeaders"), "get", name);
  }

  private String url() {
    return HostCalls.answer(data, "getUrl").toString();
  }

  /** Its header: a copy, since it is kept for longer than the request. */
  HeaderFields header() {
    Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy(data, fields);
    copy(content, fields);
    String type = contentType();
    fields.put(CONTENT_TYPE, type == null ? List.of() : List.of(type));
    return name -> fields.getOrDefault(name, List.of());
  }

  @SuppressWarnings("unchecked")
  private static void copy(Object message, Map<String, List<String>> fields) {
    Object headers = HostCalls.answer(message, "getHeaders");
    for (Map.Entry<String, List<String>> field :
        (Iterable<Map.Entry<String, List<String>>>) HostCalls.answer(headers, "entries")) {
      fields.computeIfAbsent(field.getKey(), name -> new ArrayList<>()).addAll(field.getValue());
    }
  }
}
