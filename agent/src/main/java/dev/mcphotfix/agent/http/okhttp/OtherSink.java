package dev.mcphotfix.agent.http.okhttp;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An {@code okio.Sink} that sends other bytes than are written to it, which were decided on before.
 * Used by one thread.
 */
final class OtherSink extends StandIn {

  private final Object sink;
  private final byte[] bytes;

  private OtherSink(Object sink, byte[] bytes, Consumer<Throwable> failures) {
    super(sink, failures);
    this.sink = sink;
    this.bytes = bytes;
  }

  /** The sink to give to the application. */
  static Object of(Object sink, byte[] bytes, Consumer<Throwable> failures) {
    return new OtherSink(sink, bytes, failures).as(LibraryType.near(sink, "okio.Sink"));
  }

  /** Writes to an {@code okio.Sink}. */
  static void write(byte[] bytes, Object sink) {
    Object buffer = HostCalls.create(sink, "okio.Buffer");
    HostCalls.call(buffer, "write", (Object) bytes);
    HostCalls.pass(sink, "write", buffer, (long) bytes.length);
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    if (call.is("write")) {
      HostCalls.pass(Objects.requireNonNull(call.argument(0)), "skip", call.argument(1));
      return null;
    }
    if (call.is("close")) {
      write(bytes, sink);
    }
    return call.pass();
  }
}
