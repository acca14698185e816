package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.http.apache.LibraryProducer.Channel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a client sends a body over, as much at once as there is room for. */
final class ClientChannel implements Channel {

  int room = Integer.MAX_VALUE;

  /** Whether somebody wants to be asked again. */
  boolean asked;

  int ends;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Override
  public int write(ByteBuffer part) {
    byte[] taken = new byte[Math.min(room, part.remaining())];
    part.get(taken);
    bytes.writeBytes(taken);
    return taken.length;
  }

  @Override
  public void requestOutput() {
    asked = true;
  }

  @Override
  public void endStream() {
    ends++;
  }

  /** Asks for the body while there is any of it, as the library does. */
  void send(LibraryProducer producer) throws IOException {
    do {
      producer.produce(this);
    } while (ends == 0 && producer.available() > 0);
  }

  /** What came of it. */
  String text() {
    return bytes.toString(StandardCharsets.US_ASCII);
  }
}
