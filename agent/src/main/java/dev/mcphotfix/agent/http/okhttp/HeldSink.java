package dev.mcphotfix.agent.http.okhttp;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An {@code okio.Sink} that holds what is written to it until it is closed, so that the form can
 * still be changed then. What is longer than 64 KiB passes as it comes. Used by one thread.
 */
final class HeldSink extends StandIn {

  private final Object sink;
  private final Object held;
  private final Decision decision;
  private boolean passing;

  /** What is asked once, on the thread that writes. */
  @FunctionalInterface
  interface Decision {

    /** Examines the whole body; null where it is too long. */
    Exchange about(byte @Nullable [] form);
  }

  private HeldSink(Object sink, Object held, Decision decision, Consumer<Throwable> failures) {
    super(sink, failures);
    this.sink = sink;
    this.held = held;
    this.decision = decision;
  }

  /**
   * The sink to give to the application.
   *
   * @param neighbour has a class that sees okio
   */
  static Object of(Object sink, Object neighbour, Decision decision, Consumer<Throwable> failures) {
    Object buffer = HostCalls.create(neighbour, "okio.Buffer");
    return new HeldSink(sink, buffer, decision, failures)
        .as(LibraryType.near(neighbour, "okio.Sink"));
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    if (!passing && call.is("write")) {
      if (size() + (long) Objects.requireNonNull(call.argument(1)) <= FormBytes.LARGEST) {
        return HostCalls.call(held, "write", call.arguments());
      }
      decision.about(null);
      release();
    } else if (!passing && call.is("close")) {
      decide();
      release();
    }
    return call.pass();
  }

  /** What is held goes out as it is. */
  @Override
  protected @Nullable Object withoutUs(StandInCall call) {
    if (!passing) {
      release();
    }
    return call.pass();
  }

  private void decide() {
    byte[] bytes = (byte[]) HostCalls.answer(held, "readByteArray");
    byte[] sent = bytes;
    try {
      byte[] changed = FormBytes.changed(decision.about(bytes));
      sent = changed == null ? bytes : changed;
    } finally {
      HostCalls.call(held, "write", (Object) sent);
    }
  }

  private void release() {
    passing = true;
    HostCalls.pass(sink, "write", held, size());
  }

  private long size() {
    return (long) HostCalls.answer(held, "size");
  }
}
