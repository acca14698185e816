package dev.mcphotfix.agent.http.okhttp;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.HeldForm;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An {@code okio.Sink} that holds what is written to it until it is closed, so that the form can
 * still be changed then. What is longer than 64 KiB passes as it comes. Used by one thread.
 */
final class HeldSink extends StandIn {

  private final Object sink;
  private final Object neighbour;
  private final HeldForm form;

  private HeldSink(Object sink, Object neighbour, Attempt attempt) {
    super(sink, attempt.failures());
    this.sink = sink;
    this.neighbour = neighbour;
    this.form = new HeldForm(attempt);
  }

  /**
   * The sink to give to the application.
   *
   * @param neighbour has a class that sees okio
   */
  static Object of(Object sink, Object neighbour, Attempt attempt) {
    return new HeldSink(sink, neighbour, attempt).as(LibraryType.near(neighbour, "okio.Sink"));
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    if (call.is("write") && !form.isDecided()) {
      send(form.add(ByteBuffer.wrap(written(call))));
      return null;
    }
    if (call.is("close")) {
      send(form.whole());
    }
    return call.pass();
  }

  private static byte[] written(StandInCall write) {
    Object source = Objects.requireNonNull(write.argument(0));
    Object bytes = HostCalls.pass(source, "readByteArray", write.argument(1));
    return (byte[]) Objects.requireNonNull(bytes);
  }

  /** What is held goes out as it is. */
  @Override
  protected @Nullable Object withoutUs(StandInCall call) {
    send(form.part());
    return call.pass();
  }

  private void send(byte[] bytes) {
    if (bytes.length > 0) {
      Object buffer = HostCalls.create(neighbour, "okio.Buffer");
      HostCalls.call(buffer, "write", (Object) bytes);
      HostCalls.pass(sink, "write", buffer, (long) bytes.length);
    }
  }
}
