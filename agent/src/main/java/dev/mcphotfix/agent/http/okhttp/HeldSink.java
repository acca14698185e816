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
 * An {@code okio.Sink} that holds what is written to it until it is whole, so that the form can
 * still be changed then. What is longer than 64 KiB passes as it comes. Used by one thread.
 */
final class HeldSink extends StandIn {

  private final Object codec;
  private final OkHttpRequest request;
  private final Attempt attempt;
  private final HeldForm form;

  /** Null while the header waits. */
  private @Nullable Object sink;

  private HeldSink(
      @Nullable Object sink, Object codec, OkHttpRequest request, Attempt attempt, HeldForm form) {
    super(sink, attempt.failures());
    this.sink = sink;
    this.codec = codec;
    this.request = request;
    this.attempt = attempt;
    this.form = form;
  }

  /** One whose header is sent. */
  static Object of(Object sink, OkHttpRequest request, Attempt attempt) {
    HeldForm form = new HeldForm(attempt, request.length());
    return new HeldSink(sink, sink, request, attempt, form).as(type(request));
  }

  /**
   * One whose header waits for it.
   *
   * @param codec the {@code ExchangeCodec} that is to send both
   */
  static Object ahead(Object codec, OkHttpRequest request, Attempt attempt) {
    HeldForm form = new HeldForm(attempt, request.length());
    return new HeldSink(null, codec, request, attempt, form).as(type(request));
  }

  private static Class<?> type(OkHttpRequest request) {
    return LibraryType.near(request.request(), "okio.Sink");
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    if (call.is("write") && !form.isDecided()) {
      send(form.add(ByteBuffer.wrap(written(call))));
      if (form.isHolding() && form.isAsTold()) {
        send(form.whole());
      }
      return null;
    }
    if (call.is("close")) {
      send(form.whole());
    }
    return pass(call);
  }

  private @Nullable Object pass(StandInCall call) {
    return sink != null
        ? call.passTo(sink, call.arguments())
        : call.is("timeout") ? noTimeout() : null;
  }

  private Object noTimeout() {
    Class<?> type = LibraryType.near(request.request(), "okio.Timeout");
    return Objects.requireNonNull(HostCalls.constant(type, "NONE"));
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
    return pass(call);
  }

  private void send(byte[] bytes) {
    if (form.isHolding()) {
      return;
    }
    Object opened = opened(bytes.length);
    if (bytes.length > 0) {
      OtherSink.write(bytes, opened);
    }
  }

  private Object opened(int length) {
    Object open = sink;
    if (open == null) {
      boolean changed = attempt.isChanged();
      Object sent = changed ? request.withLength(length) : request.request();
      HostCalls.pass(codec, "writeRequestHeaders", sent);
      long told = changed ? length : request.length();
      open = Objects.requireNonNull(HostCalls.pass(codec, "createRequestBody", sent, told));
      sink = open;
    }
    return open;
  }
}
