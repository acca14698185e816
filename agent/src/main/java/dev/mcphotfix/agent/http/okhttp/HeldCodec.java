package dev.mcphotfix.agent.http.okhttp;

import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.FormBytes;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the {@code ExchangeCodec} of one exchange, by which OkHttp sends a request when it
 * has a connection. The header of a token request whose length is told waits for the body, which
 * the library has written next, so that it tells the length that is right. Used by one thread.
 */
final class HeldCodec extends StandIn {

  private static final String TYPE = "okhttp3.internal.http.ExchangeCodec";

  private final Object codec;

  /** Whether the header that was to be written last waits. */
  private boolean waits;

  /** What is sent instead, with the header that was written last. */
  private byte @Nullable [] other;

  private HeldCodec(Object codec, Consumer<Throwable> failures) {
    super(codec, failures);
    this.codec = codec;
  }

  /** The codec to give to the exchange. */
  static Object of(Object codec, Consumer<Throwable> failures) {
    return new HeldCodec(codec, failures).as(LibraryType.near(codec, TYPE));
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    Object sent = call.argument(0);
    boolean header = call.is("writeRequestHeaders");
    if (sent == null || !(header || call.is("createRequestBody"))) {
      return call.pass();
    }
    OkHttpRequest request = OkHttpRequest.ofPost(sent);
    OkHttpAttempt of = request == null ? null : OkHttpAttempt.of(sent);
    if (request == null || of == null || request.isDuplex()) {
      return call.pass();
    }
    return header ? header(request, of.attempt(), call) : body(request, of.attempt(), call);
  }

  private @Nullable Object header(OkHttpRequest request, Attempt attempt, StandInCall call) {
    attempt.sends(request::values);
    other = null;
    waits = false;
    if (request.length() > FormBytes.LARGEST || attempt.isSettled(new byte[0])) {
      return call.pass();
    }
    if (request.isAskedFor()) {
      other = request.isThere() ? attempt.decide(request.read()) : null;
      return other == null ? call.pass() : call.passWith(request.withLength(other.length));
    }
    waits = !request.isStreamed();
    return waits ? null : call.pass();
  }

  private @Nullable Object body(OkHttpRequest request, Attempt attempt, StandInCall call) {
    byte[] instead = other;
    if (instead != null) {
      Object sink = Objects.requireNonNull(call.passWith(call.argument(0), (long) instead.length));
      return OtherSink.of(sink, instead, attempt.failures());
    }
    if (waits) {
      return HeldSink.ahead(codec, request, attempt);
    }
    Object sink = Objects.requireNonNull(call.pass());
    if (!attempt.isDecided() && mayPass(request, attempt)) {
      return HeldSink.of(sink, request, attempt);
    }
    if (!attempt.isDecided()) {
      attempt.decide(null); // Its length is sent already.
    }
    return sink;
  }

  /** Whether it can be looked at while it is sent. */
  private static boolean mayPass(OkHttpRequest request, Attempt attempt) {
    return request.isStreamed() || attempt.isSettled(new byte[0]);
  }
}
