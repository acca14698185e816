package dev.mcphotfix.agent.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/**
 * Holds what is written to it until it is closed, so that the form can still be changed then. What
 * is longer than 64 KiB passes as it comes. Used by one thread.
 */
public class HeldStream extends OutputStream {

  private final OutputStream stream;
  private final HeldForm form;

  public HeldStream(OutputStream stream, HeldForm form) {
    this.stream = stream;
    this.form = form;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (form.isDecided()) {
      stream.write(bytes, offset, length);
    } else {
      send(form.add(bytes, offset, length));
    }
  }

  @Override
  public void flush() throws IOException {
    if (!form.isHolding()) {
      stream.flush();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      finish();
    } finally {
      stream.close();
    }
  }

  /** All of the body was written, though nobody closed it. */
  public final void finish() throws IOException {
    send(form.whole());
  }

  /** The body breaks off: what was written of it passes as it is. */
  public final void breakOff() throws IOException {
    send(form.part());
  }

  private void send(byte[] bytes) throws IOException {
    if (bytes.length > 0) {
      stream.write(bytes);
    }
  }
}
