package dev.mcphotfix.agent.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a token response, whose beginning is put aside while the host reads it, and never
 * ahead of it. Used by one thread at a time.
 */
public final class ObservedStream extends FilterInputStream {

  private final Attempt attempt;
  private final int status;

  /**
   * @param status told when the host has read the body, or will read no further
   */
  public ObservedStream(InputStream body, Attempt attempt, int status) {
    super(body);
    this.attempt = attempt;
    this.status = status;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count < 0) {
      attempt.answered(status);
    } else {
      attempt.received(bytes, offset, count);
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    attempt.answered(status);
    super.close();
  }
}
