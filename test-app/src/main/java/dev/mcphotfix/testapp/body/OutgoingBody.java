package dev.mcphotfix.testapp.body;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A form to be posted.
 *
 * @param name no other of this run has it
 * @param way one of {@link BodySender#ways}
 * @param stream may be read once, and may block
 * @param isThere whether reading it never blocks
 * @param length as the application tells it, in bytes; negative where it does not
 * @param timeout of the call
 */
public record OutgoingBody(
    URI url,
    String name,
    String way,
    InputStream stream,
    boolean isThere,
    long length,
    Duration timeout) {

  public static final String TYPE = "application/x-www-form-urlencoded";

  /** The field by which the server tells bodies apart. */
  public static final String NAME_FIELD = "X-Body";

  public boolean isTold() {
    return length >= 0;
  }

  /**
   * All of it, for a way that takes an array of bytes.
   *
   * @throws UnsupportedOperationException where it is not there at once, or not as it is told
   */
  public byte[] bytes() throws IOException {
    byte[] bytes = isThere ? stream.readAllBytes() : new byte[0];
    if (!isThere || (isTold() && bytes.length != length)) {
      throw new UnsupportedOperationException();
    }
    return bytes;
  }

  /** The header that it is to be sent with. */
  public Map<String, String> header() {
    return Map.of("Content-Type", TYPE, NAME_FIELD, name);
  }
}
