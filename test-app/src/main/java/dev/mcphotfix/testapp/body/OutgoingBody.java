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
 * @param supply how the stream is fed
 * @param length as the application tells it, in bytes; negative where it does not
 * @param timeout of the call
 */
public record OutgoingBody(
    URI url,
    String name,
    String way,
    InputStream stream,
    Supply supply,
    long length,
    Duration timeout) {

  public static final String TYPE = "application/x-www-form-urlencoded";

  /** The field by which the server tells bodies apart. */
  public static final String NAME_FIELD = "X-Body";

  /** Whether reading it never blocks. */
  public boolean isThere() {
    return supply.isThere();
  }

  public boolean isTold() {
    return length >= 0;
  }

  /**
   * For a way that reads the stream on a thread of the library's own: it would be lost for good
   * with one that may never end.
   *
   * @throws UnsuitableBodyException where it may not end
   */
  public InputStream endingStream() {
    if (!supply.ends()) {
      throw new UnsuitableBodyException();
    }
    return stream;
  }

  /**
   * The stream, for a way that writes it on another thread: whether an end that is there at once is
   * seen before the header is sent is a matter of luck then.
   *
   * @throws UnsuitableBodyException where that decides how it is sent
   */
  public InputStream writtenStream() {
    if (isThere() && !isTold()) {
      throw new UnsuitableBodyException();
    }
    return stream;
  }

  /**
   * All of it, for a way that takes an array of bytes.
   *
   * @throws UnsuitableBodyException where it is not there at once, or not as it is told
   */
  public byte[] bytes() throws IOException {
    byte[] bytes = isThere() ? stream.readAllBytes() : new byte[0];
    if (!isThere() || (isTold() && bytes.length != length)) {
      throw new UnsuitableBodyException();
    }
    return bytes;
  }

  /** The header that it is to be sent with. */
  public Map<String, String> header() {
    return Map.of("Content-Type", TYPE, NAME_FIELD, name);
  }
}
