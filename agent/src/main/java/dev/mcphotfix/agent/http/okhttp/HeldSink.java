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
    this.form = HeldForm.of(attempt);
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
    if (call.is("write") && hold(call)) {
      return null;
    }
    if (!form.isReleased() && (call.is("write") || call.is("close"))) {
      send(call.is("close") ? form.whole() : form.part());
    }
    return call.pass();
  }

  private boolean hold(StandInCall write) {
    long length = (long) Objects.requireNonNull(write.argument(1));
    if (!form.takes(length)) {
      return false;
    }
    Object source = Objects.requireNonNull(write.argument(0));
    Object bytes = Objects.requireNonNull(HostCalls.pass(source, "readByteArray", length));
    form.add(ByteBuffer.wrap((byte[]) bytes));
    return true;
  }

  /** What is held goes out as it is. */
  @Override
  protected @Nullable Object withoutUs(StandInCall call) {
    if (!form.isReleased()) {
      send(form.part());
    }
    return call.pass();
  }

  private void send(byte[] bytes) {
    Object buffer = HostCalls.create(neighbour, "okio.Buffer");
    HostCalls.call(buffer, "write", (Object) bytes);
    HostCalls.pass(sink, "write", buffer, (long) bytes.length);
  }
}
