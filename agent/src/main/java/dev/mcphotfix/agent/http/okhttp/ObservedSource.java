package dev.mcphotfix.agent.http.okhttp;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import dev.mcphotfix.agent.http.Attempt;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An {@code okio.Source} that looks at a token response while the application reads it, and never
 * ahead of it. Used by one thread at a time.
 */
final class ObservedSource extends StandIn {

  private final Attempt attempt;
  private final int status;

  private ObservedSource(Object source, Attempt attempt, int status) {
    super(source, attempt.failures());
    this.attempt = attempt;
    this.status = status;
  }

  /**
   * The body to give to the application: of the same type and length.
   *
   * @param body an {@code okhttp3.ResponseBody}
   */
  static Object body(Object body, Attempt attempt, int status) {
    Object source =
        new ObservedSource(HostCalls.answer(body, "source"), attempt, status)
            .as(LibraryType.near(body, "okio.Source"));
    Object buffered = HostCalls.callStatic(LibraryType.near(body, "okio.Okio"), "buffer", source);
    Object observed =
        HostCalls.callStatic(
            LibraryType.near(body, "okhttp3.ResponseBody"),
            "create",
            HostCalls.call(body, "contentType"),
            HostCalls.call(body, "contentLength"),
            buffered);
    return Objects.requireNonNull(observed);
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    Object answer = call.pass();
    if (call.is("read") && answer instanceof Long count) {
      if (count < 0) {
        attempt.answered(status);
      } else {
        look(Objects.requireNonNull(call.argument(0)), count);
      }
    } else if (call.is("close")) {
      attempt.answered(status);
    }
    return answer;
  }

  /** What was read stands at the end of the buffer. */
  private void look(Object buffer, long count) {
    Object copy = HostCalls.create(buffer, "okio.Buffer");
    long before = (long) HostCalls.answer(buffer, "size") - count;
    HostCalls.call(buffer, "copyTo", copy, before, count);
    attempt.received(ByteBuffer.wrap((byte[]) HostCalls.answer(copy, "readByteArray")));
  }
}
