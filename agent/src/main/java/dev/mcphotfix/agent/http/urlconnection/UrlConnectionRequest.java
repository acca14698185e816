package dev.mcphotfix.agent.http.urlconnection;

import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.HeldForm;
import dev.mcphotfix.agent.http.HeldStream;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * One token request of a {@code HttpURLConnection}, which is decided about once: redirects and
 * challenges find the body as it was sent. Used by the connection's thread.
 */
final class UrlConnectionRequest {

  private final Attempt attempt;
  private long told = -1;
  private boolean finished;
  private boolean redirecting;
  private @Nullable ByteArrayOutputStream poster;
  private @Nullable OutputStream hosts;
  private @Nullable HeldStream held;

  UrlConnectionRequest(Attempt attempt) {
    this.attempt = attempt;
  }

  /** False where a connection sends no form. */
  static boolean mayBe(@Nullable Object connection) {
    return !(connection instanceof HttpURLConnection known)
        || (known.getDoOutput() && TokenRequest.isForm(type(known)));
  }

  /** What has output becomes a POST. */
  static @Nullable TokenRequest lead(HttpURLConnection connection, Examiner examiner) {
    String method = connection.getRequestMethod();
    return connection.getDoOutput()
        ? examiner.lead(
            method.equals("GET") ? "POST" : method,
            connection.getURL().toString(),
            type(connection))
        : null;
  }

  /** What has output is a form unless the host says otherwise. */
  static String type(HttpURLConnection connection) {
    String type = connection.getRequestProperty(SentHeader.CONTENT_TYPE);
    return type == null ? TokenRequest.FORM : type;
  }

  Attempt attempt() {
    return attempt;
  }

  /**
   * The host has told the length, in bytes, which is told anew when the form is whole. False where
   * that is asked for the JDK, which closes its own stream if the host has asked for none.
   */
  boolean fixLength(long length) {
    told = finished ? told : length;
    return !finished;
  }

  /** Why the JDK must not send what the host has written; null where it may. */
  @Nullable IOException failure() {
    return hosts instanceof ToldStream stream ? stream.failure() : null;
  }

  /** Null where the host has told none. */
  @Nullable Long fixedLength() {
    return told >= 0 && poster != null ? (long) poster.size() : null;
  }

  /** Whether the body is gone when it was sent. */
  boolean isStreamed() {
    return told >= 0 || poster == null;
  }

  /** The stream to give to the host in place of the buffer that is sent. */
  OutputStream buffered(ByteArrayOutputStream buffer) {
    if (hosts == null) {
      poster = buffer;
      hosts = told < 0 ? new UnclosedStream(buffer) : new ToldStream(buffer, told);
    }
    return hosts;
  }

  /** The stream to give to the host in place of the one that sends at once. */
  OutputStream streamed(OutputStream stream) {
    if (hosts == null && !attempt.isDecided()) {
      held =
          new HeldStream(stream, new HeldForm(attempt)) {
            @Override
            public void close() throws IOException {
              hosts = null; // What is closed must not keep the connection.
              held = null;
              super.close();
            }
          };
      hosts = held;
    }
    return hosts == null ? stream : hosts;
  }

  /** The response is asked for: the JDK closes what the host did not. */
  void finish() throws IOException {
    finished = true;
    HeldStream open = held;
    hosts = open == null ? hosts : null;
    held = null;
    if (open != null) {
      open.finish();
    }
  }

  /** The header is about to be sent. */
  void start(HeaderFields fields) {
    attempt.sends(fields);
    if (poster != null && !attempt.isDecided()) {
      decideOn(poster);
    }
  }

  /** Every second time it is asked: when it is known whether a redirect is followed. */
  boolean isRedirectOver() {
    redirecting = !redirecting;
    return !redirecting;
  }

  private void decideOn(ByteArrayOutputStream buffer) {
    byte[] bytes = buffer.toByteArray();
    byte[] changed = attempt.decide(bytes.length <= FormBytes.LARGEST ? bytes : null);
    if (changed != null) {
      buffer.reset();
      buffer.writeBytes(changed);
    }
  }
}
