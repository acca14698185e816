package dev.mcphotfix.agent.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is written to it until it is closed, so that the form can still be changed then. What
 * is longer than 64 KiB passes as it comes. Used by one thread.
 */
public final class HeldStream extends OutputStream {

  private final OutputStream stream;
  private final UnaryOperator<byte @Nullable []> decision;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private final Consumer<Throwable> failures;
  private boolean passing;

  /**
   * @param decision called once: answers what to send for the whole body; given null where that is
   *     too long
   * @param failures is told where it fails, and the body goes out as it is
   */
  public HeldStream(
      OutputStream stream,
      UnaryOperator<byte @Nullable []> decision,
      Consumer<Throwable> failures) {
    this.failures = failures;
    this.stream = stream;
    this.decision = decision;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (!passing && held.size() + length > FormBytes.LARGEST) {
      release(null);
    }
    (passing ? stream : held).write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    if (passing) {
      stream.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (!passing) {
      release(held.toByteArray());
    }
    stream.close();
  }

  /** The body breaks off: what was written of it passes as it is. */
  public void breakOff() throws IOException {
    if (!passing) {
      release(null);
    }
  }

  private void release(byte @Nullable [] form) throws IOException {
    passing = true;
    byte[] decided = decided(form);
    stream.write(decided == null ? held.toByteArray() : decided);
    held.reset();
  }

  /** Called from code of the host's, which must not be told of a failure here. */
  private byte @Nullable [] decided(byte @Nullable [] form) {
    try {
      return decision.apply(form);
    } catch (Throwable failure) {
      failures.accept(failure);
      return null;
    }
  }
}
