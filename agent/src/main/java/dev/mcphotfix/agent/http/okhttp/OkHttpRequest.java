package dev.mcphotfix.agent.http.okhttp;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.FormBytes;
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

  /** The body, if it is short and can be written once more; otherwise null and not touched. */
  byte @Nullable [] read() {
    long length = length();
    if (length < 0 || length > FormBytes.LARGEST || isOneShot()) {
      return null;
    }
    Object buffer = HostCalls.create(request, "okio.Buffer");
    HostCalls.call(body, "writeTo", buffer);
    return (byte[]) HostCalls.answer(buffer, "readByteArray");
  }

  /**
   * The request of the attempt.
   *
   * @param changed the form to send instead; null to leave it as it is
   */
  Object putTogether(OkHttpAttempt attempt, byte @Nullable [] changed) {
    Object builder = HostCalls.answer(request, "newBuilder");
    if (changed != null) {
      HostCalls.call(
          builder,
          "method",
          "POST",
          HostCalls.callStatic(
              LibraryType.near(request, "okhttp3.RequestBody"), "create", mediaType, changed));
    }
    HostCalls.call(builder, "tag", OkHttpAttempt.class, attempt);
    return HostCalls.answer(builder, "build");
  }

  private long length() {
    return (long) HostCalls.answer(body, "contentLength");
  }

  private boolean isOneShot() {
    return (boolean) HostCalls.answer(body, "isOneShot");
  }

  /** The body's own type is what is sent, whatever the header says. */
  @SuppressWarnings("unchecked")
  List<String> values(String name) {
    return mediaType != null && name.equalsIgnoreCase(CONTENT_TYPE)
        ? List.of(mediaType.toString())
        : (List<String>) HostCalls.answer(request, "headers", name);
  }
}
