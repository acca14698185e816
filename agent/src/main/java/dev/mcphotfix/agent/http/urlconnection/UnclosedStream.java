package dev.mcphotfix.agent.http.urlconnection;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/**
 * Writes to a buffer that closing makes unchangeable, without closing it: what the host wrote may
 * have to be changed. Ignores what is written after the host closed it, as that buffer does.
 */
final class UnclosedStream extends OutputStream {

  private final ByteArrayOutputStream buffer;
  private boolean closed;

  UnclosedStream(ByteArrayOutputStream buffer) {
    this.buffer = buffer;
  }

  @Override
  public void write(int value) {
    if (!closed) {
      buffer.write(value);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (!closed) {
      buffer.write(bytes, offset, length);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
