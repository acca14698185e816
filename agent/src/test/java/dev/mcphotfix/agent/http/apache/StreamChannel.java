package dev.mcphotfix.agent.http.apache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/** What Apache HttpClient 5 sends a body over: takes whatever there is. */
final class StreamChannel implements DataStreamChannel {

  private final StringBuilder text = new StringBuilder();
  boolean isEnded;

  /** Whether somebody wants to be asked again. */
  boolean isAsked;

  @Override
  public void requestOutput() {
    isAsked = true;
  }

  @Override
  public int write(ByteBuffer part) {
    int count = part.remaining();
    text.append(StandardCharsets.US_ASCII.decode(part));
    return count;
  }

  @Override
  public void endStream() {
    isEnded = true;
  }

  @Override
  public void endStream(List<? extends Header> trailers) {
    isEnded = true;
  }

  /** What came of it. */
  String text() {
    return text.toString();
  }
}
