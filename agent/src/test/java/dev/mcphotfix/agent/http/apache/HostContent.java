package dev.mcphotfix.agent.http.apache;

import static dev.mcphotfix.agent.http.RecordedAttempts.REFRESH;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Content of a host, which writes as much at once as a test wants. */
final class HostContent implements LibraryContent {

  int step = Integer.MAX_VALUE;
  boolean repeatable = true;
  private int sent;
  int asked;
  int resets;
  boolean pauses;
  boolean endsLate;
  boolean broken;

  @Override
  public boolean isRepeatable() {
    return repeatable;
  }

  @Override
  public void produceContent(Encoder encoder, Object control) throws IOException {
    asked++;
    if (broken) {
      throw new IOException("broken");
    }
    int count = pauses && asked == 2 ? 0 : Math.min(step, REFRESH.length() - sent);
    byte[] bytes = REFRESH.substring(sent, sent + count).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer part = ByteBuffer.wrap(bytes);
    encoder.write(part);
    sent += part.position();
    if (sent == REFRESH.length() && !(endsLate && count > 0)) {
      encoder.complete();
    }
  }

  @Override
  public void resetRequest() {
    sent = 0;
    resets++;
  }
}
