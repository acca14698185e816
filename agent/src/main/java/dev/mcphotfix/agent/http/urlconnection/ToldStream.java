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
    return written == told ? null : new IOException("insufficient data written");
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (closed) {
      throw new IOException("Stream is closed");
    }
    written += length;
    if (written > told) {
      throw new IOException("too many bytes to write");
    }
    buffer.write(bytes, offset, length);
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
