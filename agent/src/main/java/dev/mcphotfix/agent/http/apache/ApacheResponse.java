package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.oauth.exchange.Exchange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a token response of Apache HttpClient 4 or 5, put aside while it passes to the
 * host. Used by one thread at a time.
 */
final class ApacheResponse {

  private static final int LONGEST = 16 * 1024;

  private final Exchange exchange;
  private final int status;
  private final boolean gzip;
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();

  private ApacheResponse(Exchange exchange, int status, boolean gzip) {
    this.exchange = exchange;
    this.status = status;
    this.gzip = gzip;
  }

  /**
   * Null where the body is nothing to look at, and all is told: only JSON is (RFC 6749 section
   * 5.1), plain or in the encoding that these clients ask for.
   *
   * @param body null for none
   */
  static @Nullable ApacheResponse of(
      Object response, int status, @Nullable Object body, Exchange exchange) {
    String type = ApacheMessages.header(response, "Content-Type");
    String encoding = ApacheMessages.header(response, "Content-Encoding");
    boolean gzip = "gzip".equalsIgnoreCase(encoding);
    if (body != null
        && type != null
        && type.startsWith("application/json")
        && (gzip || encoding == null)) {
      return new ApacheResponse(exchange, status, gzip);
    }
    exchange.responded(status, null);
    return null;
  }

  void passes(byte[] bytes, int offset, int length) {
    beginning.write(bytes, offset, Math.min(length, LONGEST - beginning.size()));
  }

  /** The host has read it, or will read no further. */
  void ended() {
    exchange.responded(status, text());
  }

  private @Nullable String text() {
    if (!gzip) {
      return beginning.toString(StandardCharsets.UTF_8);
    }
    byte[] bytes = beginning.toByteArray();
    try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(plain.readNBytes(LONGEST), StandardCharsets.UTF_8);
    } catch (IOException incomplete) {
      return null;
    }
  }
}
