package dev.mcphotfix.agent.http.jetty;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How Jetty 11 is given the pieces of a content that is held: one for each demand. Stands between
 * the content and what sends it, in both directions. Used by one thread at a time.
 */
final class JettySubscription {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Object consumer;
  private final JettyForm form;
  private final boolean headerGoesAhead;
  private boolean headerIsSent;
  private @Nullable Object source;

  /** Sends the end of a content that did not come in one piece, which has a demand of its own. */
  private @Nullable Supplier<@Nullable Object> end;

  private JettySubscription(Object consumer, boolean headerGoesAhead, JettyForm form) {
    this.consumer = consumer;
    this.headerGoesAhead = headerGoesAhead;
    this.form = form;
  }

  /**
   * Subscribes to the content.
   *
   * @param subscribe as it was called: with the consumer, and whether content may be sent at once
   */
  static Object of(JettyForm form, StandInCall subscribe, Consumer<Throwable> failures) {
    Object consumer = Objects.requireNonNull(subscribe.argument(0));
    JettySubscription between =
        new JettySubscription(consumer, Boolean.FALSE.equals(subscribe.argument(1)), form);
    Object standIn =
        StandIn.of(consumer, failures, between::consume)
            .as(subscribe.method().getParameterTypes()[0]);
    between.source = subscribe.passWith(standIn, subscribe.argument(1));
    return StandIn.of(between.source, failures, between::subscribed)
        .as(subscribe.method().getReturnType());
  }

  /**
   * Takes what the content gives.
   *
   * @param call with a buffer, whether it is the last, and what to call when it was sent
   */
  private @Nullable Object consume(StandInCall call) {
    if (!(call.argument(0) instanceof ByteBuffer piece) || passes(piece)) {
      return call.pass();
    }
    boolean last = Boolean.TRUE.equals(call.argument(1));
    byte[] whole = !form.isAhead() ? form.add(piece, last) : last ? form.takeAhead() : null;
    Object sent = Objects.requireNonNull(call.argument(2));
    if (form.pending() != null) {
      goOnThen(call, last);
      return null;
    }
    if (whole == null) {
      HostCalls.pass(sent, "succeeded");
      return HostCalls.pass(Objects.requireNonNull(source), "demand");
    }
    return send(call, whole, last);
  }

  /** Nothing more is asked for until a discovery has ended; another thread goes on then. */
  private void goOnThen(StandInCall call, boolean last) {
    Objects.requireNonNull(form.pending()).then(() -> goOn(call, last));
  }

  private void goOn(StandInCall call, boolean last) {
    byte[] whole = form.goOn();
    if (whole == null) {
      goOnThen(call, last);
    } else {
      send(call, whole, last);
    }
  }

  private @Nullable Object send(StandInCall call, byte[] whole, boolean last) {
    Object sent = Objects.requireNonNull(call.argument(2));
    if (form.endsApart()) {
      end = () -> HostCalls.pass(consumer, "onContent", NOTHING, true, sent);
      Object nothing = HostCalls.constant(call.method().getParameterTypes()[2], "NOOP");
      return call.passWith(ByteBuffer.wrap(whole), false, nothing);
    }
    return call.passWith(ByteBuffer.wrap(whole), last, sent);
  }

  /** What has nothing in it makes Jetty send the header ahead, which decides about the rest. */
  private boolean passes(ByteBuffer piece) {
    boolean header = headerGoesAhead && !headerIsSent && !piece.hasRemaining();
    headerIsSent = true;
    return header || (form.isDecided() && !form.isAhead());
  }

  private @Nullable Object subscribed(StandInCall call) {
    Supplier<@Nullable Object> left = end;
    end = null;
    return left != null && call.is("demand") ? left.get() : call.pass();
  }
}
