package dev.mcphotfix.agent.http.helidon;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.HeldForm;
import dev.mcphotfix.agent.http.HeldStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code OutputStreamHandler} is given in place of the library's own stream, which sends
 * the header when something is written to it. A token request is held until it is whole. Used by
 * one thread.
 */
final class HeldOutput extends OutputStream {

  private final OutputStream own;
  private final Function<Object, @Nullable Attempt> attempts;
  private final Consumer<Throwable> failures;
  private @Nullable OutputStream opened;
  private boolean closed;

  HeldOutput(
      OutputStream own,
      Function<Object, @Nullable Attempt> attempts,
      Consumer<Throwable> failures) {
    this.own = own;
    this.attempts = attempts;
    this.failures = failures;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    opened().write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    (opened == null ? own : opened).flush();
  }

  @Override
  public void close() throws IOException {
    closed = true;
    opened().close();
  }

  /** The handler has come to its end, and has closed the stream or not. */
  void leave() throws IOException {
    if (!closed && opened instanceof HeldStream held) {
      held.breakOff();
    }
  }

  /** A media writer sets the type of its content just before. */
  private OutputStream opened() {
    OutputStream open = opened;
    if (open == null) {
      open = open();
      opened = open;
    }
    return open;
  }

  private OutputStream open() {
    try {
      Attempt attempt = attempts.apply(field("request"));
      return attempt == null ? own : held(attempt);
    } catch (RuntimeException e) { // The application's body must go out whatever fails here.
      failures.accept(e);
      return own;
    }
  }

  private OutputStream held(Attempt attempt) {
    long told = (long) field("contentLength");
    field("bytesWritten");
    OutputStream sized =
        new FilterOutputStream(own) {
          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            if (told >= 0 && attempt.isChanged()) {
              tell(told, length);
            }
            out.write(bytes, offset, length);
          }
        };
    return new HeldStream(sized, new HeldForm(attempt, told));
  }

  /** It counts what is written up to the length that was told to it first. */
  private void tell(long told, long length) {
    HostCalls.call(field("headers"), "contentLength", length);
    HostCalls.setField(own, "bytesWritten", told - length);
  }

  private Object field(String name) {
    return Objects.requireNonNull(HostCalls.field(own, name));
  }
}
