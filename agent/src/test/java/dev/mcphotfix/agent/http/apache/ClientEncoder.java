package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.http.apache.LibraryContent.Encoder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a client sends content by, as much at once as there is room for. */
final class ClientEncoder implements Encoder {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  int room = Integer.MAX_VALUE;
  int length = Integer.MAX_VALUE;
  boolean completed;

  @Override
  public int write(ByteBuffer part) {
    if (bytes.size() == length) {
      throw new IllegalStateException("completed");
    }
    byte[] taken = new byte[Math.min(room, part.remaining())];
    part.get(taken);
    bytes.writeBytes(taken);
    return taken.length;
  }

  @Override
  public void complete() {
    completed = true;
  }

  @Override
  public boolean isCompleted() {
    return completed;
  }

  String text() {
    return bytes.toString(StandardCharsets.US_ASCII);
  }
}
