package dev.mcphotfix.agent.http.urlconnection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a buffer what the host has told the length of, and holds the host to it as the JDK's
 * own stream of fixed length does, with the same words. Used by one thread.
 */
final class ToldStream extends OutputStream {

  private static final String SHORT = "insufficient data written";

  private final ByteArrayOutputStream buffer;
  private final long told;
  private long written;
  private boolean closed;

  /**
   * @param told in bytes
   */
  ToldStream(ByteArrayOutputStream buffer, long told) {
    this.buffer = buffer;
    this.told = told;
  }

  /** Why the body cannot be sent; null if it is of the length that was told. */
  @Nullable IOException failure() {
    return written == told ? null : new IOException(closed ? "Incomplete output stream" : SHORT);
  }

  @Override
  public void write(int value) throws IOException {
    count(1, "too many bytes to write");
    buffer.write(value);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    count(length, "too many bytes written");
    buffer.write(bytes, offset, length);
  }

  private void count(int length, String excess) throws IOException {
    if (closed) {
      throw new IOException("Stream is closed");
    }
    written += length;
    if (written > told) {
      throw new IOException(excess);
    }
  }

  @Override
  public void close() throws IOException {
    IOException failure = closed ? null : failure();
    closed = true;
    if (failure != null) {
      throw failure;
    }
  }
}
