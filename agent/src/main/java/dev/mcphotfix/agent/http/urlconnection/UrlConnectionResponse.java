package dev.mcphotfix.agent.http.urlconnection;

import dev.mcphotfix.agent.hook.Invocation;
import dev.mcphotfix.agent.http.Attempt;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code HttpURLConnection} is answered in the end: not a redirect that it follows, nor a
 * challenge that it meets.
 */
final class UrlConnectionResponse {

  private static final int LONGEST = 16 * 1024;

  /** The statuses after which a client sends again (RFC 9110 section 15). */
  private static final Set<Integer> AGAIN = Set.of(301, 302, 303, 305, 307, 401, 407);

  private UrlConnectionResponse() {}

  /**
   * Called before and after a redirect may be followed.
   *
   * @return the stream for the host, where what was read of it is put back; null to leave it
   */
  static @Nullable Object observe(UrlConnectionRequest request, Invocation call) {
    Attempt attempt = request.attempt();
    if (!request.isRedirectOver()
        || !attempt.isDecided()
        || !(call.value() instanceof InputStream body)) {
      return null;
    }
    int status = status(call);
    byte[] beginning = beginning(body);
    attempt.received(beginning, 0, beginning.length);
    attempt.answered(status);
    return beginning.length > 0 ? putBack(beginning, body) : null;
  }

  /** Where the JDK would have to send again what it has not kept, it throws before the above. */
  static @Nullable Object observeFailure(UrlConnectionRequest request, Invocation call) {
    Attempt attempt = request.attempt();
    if (attempt.isDecided() && request.isStreamed() && AGAIN.contains(status(call))) {
      attempt.answered(status(call));
    }
    return null;
  }

  /** What came together with the header, so that nothing is waited for. */
  private static byte[] beginning(InputStream body) {
    try {
      byte[] bytes = new byte[Math.min(body.available(), LONGEST)];
      int length = bytes.length == 0 ? 0 : body.read(bytes);
      return length <= 0 ? new byte[0] : Arrays.copyOf(bytes, length);
    } catch (IOException broken) {
      return new byte[0]; // The host is told when it reads the body itself.
    }
  }

  private static InputStream putBack(byte[] beginning, InputStream rest) {
    PushbackInputStream whole = new PushbackInputStream(rest, beginning.length);
    try {
      whole.unread(beginning);
    } catch (IOException e) { // There is room for it.
      throw new UncheckedIOException(e);
    }
    return whole;
  }

  /** It is known where this is asked. */
  static int status(Invocation call) {
    try {
      return UrlConnectionRequests.connection(call).getResponseCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
