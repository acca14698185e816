package dev.mcphotfix.agent.http.apache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A body of a host, as much of which is there as a test wants. */
final class HostProducer implements LibraryProducer {

  String text;
  long length = -1;

  /** The longest part that it writes at once. */
  int step = Integer.MAX_VALUE;

  /** How much of it is there. */
  int ready = Integer.MAX_VALUE;

  /** Whether it writes a part once more at once. */
  boolean again;

  boolean endsLate;
  boolean broken;

  /** How often it was asked. */
  int asked;

  /** Which it was given last. */
  @Nullable Channel channel;

  private int sent;

  HostProducer(String text) {
    this.text = text;
  }

  @Override
  public boolean isChunked() {
    return false;
  }

  @Override
  public long getContentLength() {
    return length;
  }

  @Override
  public int available() {
    return Math.min(text.length(), ready) - sent;
  }

  @Override
  public void produce(Channel to) throws IOException {
    asked++;
    channel = to;
    if (broken) {
      throw new IOException("broken");
    }
    int count = Math.min(step, available());
    byte[] part = text.substring(sent, sent + count).getBytes(StandardCharsets.US_ASCII);
    sent += to.write(ByteBuffer.wrap(part));
    if (again) {
      to.write(ByteBuffer.wrap(part));
    }
    if (sent == text.length() && !endsLate) {
      to.endStream();
    }
  }

  @Override
  public void releaseResources() {}
}
