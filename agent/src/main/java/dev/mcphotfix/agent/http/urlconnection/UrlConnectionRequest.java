package dev.mcphotfix.agent.http.urlconnection;

import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.HeldStream;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One token request of a {@code HttpURLConnection}, which is decided about once: redirects and
 * challenges find the body as it was sent. Used by the connection's thread.
 */
final class UrlConnectionRequest {

  private final Examiner examiner;
  private boolean fixed;
  private boolean redirecting;
  private TokenRequest lead = TokenRequest.to("POST", "");
  private HeaderFields header = HeaderFields.UNKNOWN;
  private @Nullable ByteArrayOutputStream poster;
  private @Nullable OutputStream hosts;
  private @Nullable Exchange exchange;

  UrlConnectionRequest(Examiner examiner) {
    this.examiner = examiner;
  }

  /** The host has told the length, which is told anew when the form is whole. */
  void fixLength() {
    fixed = true;
  }

  /** Null where the host has told none. */
  @Nullable Long fixedLength() {
    return fixed && poster != null ? (long) poster.size() : null;
  }

  /** Whether the body is gone when it was sent. */
  boolean isStreamed() {
    return fixed || poster == null;
  }

  /** The stream to give to the host in place of the buffer that is sent. */
  OutputStream buffered(ByteArrayOutputStream buffer) {
    if (hosts == null) {
      poster = buffer;
      hosts = new UnclosedStream(buffer);
    }
    return hosts;
  }

  /** The stream to give to the host in place of the one that sends at once. */
  OutputStream streamed(OutputStream stream) {
    if (hosts == null) {
      hosts =
          exchange == null
              ? new HeldStream(stream, this::decide, examiner.failures(UrlConnection.NAME))
              : stream;
    }
    return hosts;
  }

  /** The header is about to be sent. */
  void start(TokenRequest endpoint, HeaderFields fields) {
    lead = endpoint;
    header = fields;
    if (poster != null && exchange == null) {
      decideOn(poster);
    }
  }

  /** Every second time it is asked: when it is known whether a redirect is followed. */
  boolean isRedirectOver() {
    redirecting = !redirecting;
    return !redirecting;
  }

  /** Null while it has not been decided on. */
  @Nullable Exchange exchange() {
    return exchange;
  }

  private void decideOn(ByteArrayOutputStream buffer) {
    byte[] bytes = buffer.toByteArray();
    byte[] decided = decide(bytes.length <= FormBytes.LARGEST ? bytes : null);
    if (decided != null && decided != bytes) {
      buffer.reset();
      buffer.writeBytes(decided);
    }
  }

  private byte @Nullable [] decide(byte @Nullable [] bytes) {
    hosts = poster == null ? null : hosts; // What is closed must not keep the connection.
    exchange = examiner.examine(takenApart(bytes), UrlConnection.NAME);
    byte[] changed = FormBytes.changed(exchange);
    return changed == null ? bytes : changed;
  }

  private TokenRequest takenApart(byte @Nullable [] bytes) {
    return lead.with(header, FormBytes.text(bytes));
  }
}
