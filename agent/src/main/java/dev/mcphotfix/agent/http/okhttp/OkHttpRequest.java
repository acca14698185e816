package dev.mcphotfix.agent.http.okhttp;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@code okhttp3.Request} that posts something. */
record OkHttpRequest(Object request, Object body, @Nullable Object mediaType) {

  private static final String CONTENT_TYPE = "Content-Type";

  /** Null for a request of another method. */
  static @Nullable OkHttpRequest ofPost(Object request) {
    if (!"POST".equals(HostCalls.call(request, "method"))) {
      return null;
    }
    Object body = HostCalls.answer(request, "body");
    return new OkHttpRequest(request, body, HostCalls.call(body, "contentType"));
  }

  /** Null where the body is not worth reading. */
  @Nullable OkHttpAttempt attempt(Examiner examiner) {
    Object type = mediaType == null ? HostCalls.call(request, "header", CONTENT_TYPE) : mediaType;
    TokenRequest lead =
        type == null
            ? null
            : examiner.lead("POST", HostCalls.answer(request, "url").toString(), type.toString());
    return lead == null
        ? null
        : new OkHttpAttempt(request, new Attempt(examiner, OkHttp.NAME, lead, this::values));
  }

  /** Whether the length is not known before the body is written. */
  boolean isStreamed() {
    return length() < 0;
  }

  /** In bytes, as the application tells it; negative where it does not. */
  long length() {
    return (long) HostCalls.answer(body, "contentLength");
  }

  /** Whether it is written while the response is read. */
  boolean isDuplex() {
    return (boolean) HostCalls.answer(body, "isDuplex");
  }

  /** Whether the server is asked first whether it wants the body. */
  boolean isAskedFor() {
    return HostCalls.call(request, "header", "Expect") != null;
  }

  /** Whether the body is of the library's own, whose bytes are there, as of a form or a text. */
  boolean isThere() {
    Class<?> type = LibraryType.near(request, "okhttp3.RequestBody");
    return length() >= 0 && body.getClass().getName().startsWith(type.getPackageName());
  }

  byte[] read() {
    Object buffer = HostCalls.create(request, "okio.Buffer");
    HostCalls.call(body, "writeTo", buffer);
    return (byte[]) HostCalls.answer(buffer, "readByteArray");
  }

  /** The request of the attempt. */
  Object tagged(OkHttpAttempt attempt) {
    Object builder = HostCalls.answer(request, "newBuilder");
    HostCalls.call(builder, "tag", OkHttpAttempt.class, attempt);
    return HostCalls.answer(builder, "build");
  }

  /** The request with another length at the same place in its header. */
  Object withLength(long length) {
    Object fields = HostCalls.answer(request, "headers");
    Object others = HostCalls.create(request, "okhttp3.Headers$Builder");
    int count = (int) HostCalls.answer(fields, "size");
    for (int i = 0; i < count; i++) {
      String name = (String) HostCalls.answer(fields, "name", i);
      boolean isLength = name.equalsIgnoreCase("Content-Length");
      Object value = isLength ? String.valueOf(length) : HostCalls.answer(fields, "value", i);
      HostCalls.call(others, "addUnsafeNonAscii", name, value);
    }
    Object builder = HostCalls.answer(request, "newBuilder");
    HostCalls.call(builder, "headers", HostCalls.answer(others, "build"));
    return HostCalls.answer(builder, "build");
  }

  /** The body's own type is what is sent, whatever the header says. */
  @SuppressWarnings("unchecked")
  List<String> values(String name) {
    return mediaType != null && name.equalsIgnoreCase(CONTENT_TYPE)
        ? List.of(mediaType.toString())
        : (List<String>) HostCalls.answer(request, "headers", name);
  }
}
