package dev.mcphotfix.agent.http.helidon;

import io.helidon.http.ClientRequestHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The stream of Helidon's that sends a body, and counts it as that does. */
final class Upstream extends OutputStream {

  @SuppressWarnings({"unused", "FieldCanBeLocal"}) // Read by its name.
  private final WebClientRequest request;

  private final ClientRequestHeaders headers;
  private final long contentLength;
  private long bytesWritten;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  int flushes;
  boolean isClosed;
  boolean isBroken;

  Upstream(WebClientRequest request) {
    this.request = request;
    this.headers = request.headers();
    this.contentLength = request.length();
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    bytesWritten += length;
    if (isBroken || isClosed || (contentLength >= 0 && bytesWritten > contentLength)) {
      throw new IOException(isClosed ? "closed" : isBroken ? "broken" : "too long");
    }
    sent.write(bytes, offset, length);
  }

  @Override
  public void flush() {
    flushes++;
  }

  @Override
  public void close() throws IOException {
    isClosed = true;
    if (contentLength >= 0 && bytesWritten != contentLength) {
      throw new IOException("too short");
    }
  }

  String text() {
    return sent.toString(java.nio.charset.StandardCharsets.US_ASCII);
  }

  ClientRequestHeaders headers() {
    return headers;
  }
}
