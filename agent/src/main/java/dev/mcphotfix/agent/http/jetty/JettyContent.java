package dev.mcphotfix.agent.http.jetty;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.HostMethods;
import dev.mcphotfix.agent.host.Reflection;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the content of a request of Jetty, and holds what that gives until it is whole, so
 * that the form can still be changed. Never waits: Jetty asks for more as it does anyway. A length
 * that was not told is not told now either. Used by one thread at a time.
 */
final class JettyContent extends StandIn {

  private final Object content;
  private final JettyForm form;
  private final boolean headerGoesAhead;
  private boolean endIsLeft;

  /** What Jetty 12 is given next, if that was asked for ahead. */
  private @Nullable Object next;

  /**
   * @param content the application's own
   * @param headerGoesAhead whether the header is sent before the content is asked for, so that the
   *     content, which is in memory then, has to be decided about first
   */
  JettyContent(
      Object content, JettyForm form, boolean headerGoesAhead, Consumer<Throwable> failures) {
    super(content, failures);
    this.content = content;
    this.form = form;
    this.headerGoesAhead = headerGoesAhead;
  }

  Object content() {
    return content;
  }

  JettyForm form() {
    return form;
  }

  @Override
  protected @Nullable Object answer(StandInCall call) {
    return switch (call.method().getName()) {
      case "getLength" -> length();
      case "read" -> read(call.method());
      case "demand" -> demand(call);
      case "subscribe" -> JettySubscription.of(form, call, this::failed);
      default -> call.pass();
    };
  }

  /** Jetty asks for it when it sends the header. */
  private long length() {
    if (headerGoesAhead && !form.isDecided()) {
      form.decideAhead(JettyMemory.read(content));
    }
    return form.length();
  }

  /** Whether the header tells a length that may have to change with the content. */
  boolean hasToldLength() {
    return !headerGoesAhead && form.isTold();
  }

  /**
   * Asks for the content, as Jetty 12 is about to do.
   *
   * @param there is run when so much of it is there that Jetty may go on, if it is not now
   * @return whether it may now
   */
  boolean isThere(Runnable there) {
    try {
      if (!form.isAwaited()) {
        return true;
      }
      Method read = HostMethods.open(content.getClass(), "read");
      next = held(read);
      if (next == null) {
        demand(() -> comes(there));
      }
      return next != null;
    } catch (RuntimeException | LinkageError failure) {
      failed(failure);
      return true;
    }
  }

  private void demand(Runnable there) {
    JettyPending pending = form.pending();
    if (pending == null) {
      HostCalls.call(content, "demand", there);
    } else {
      pending.then(there);
    }
  }

  /** Of Jetty 12, which waits for more than was there. */
  private @Nullable Object demand(StandInCall call) {
    JettyPending pending = form.pending();
    if (pending == null || !(call.argument(0) instanceof Runnable there)) {
      return call.pass();
    }
    pending.then(there);
    return null;
  }

  private void comes(Runnable there) {
    if (isThere(there)) {
      there.run();
    }
  }

  /** How Jetty 12 asks for content; null where nothing is there yet. */
  private @Nullable Object read(Method read) {
    Object there = next;
    next = null;
    if (there != null) {
      return there;
    }
    byte[] ahead = form.takeAhead();
    if (ahead != null) {
      return chunk(read, ahead, true);
    }
    if (endIsLeft) {
      endIsLeft = false;
      return chunk(read, new byte[0], true);
    }
    Object held = form.isDecided() ? HostCalls.pass(content, "read") : held(read);
    boolean isHeld = form.isHolding() && form.pending() == null;
    return held == null && isHeld && form.isTold() ? giveUp(read) : held;
  }

  /** What goes on of what is held, or fails; null where that is nothing yet. */
  private @Nullable Object held(Method read) {
    if (form.pending() != null) {
      return sent(read, form.goOn(), form.isPendingLast());
    }
    while (true) {
      Object chunk = HostCalls.pass(content, "read");
      if (chunk == null || HostCalls.call(chunk, "getFailure") != null) {
        return chunk;
      }
      boolean last = (boolean) HostCalls.answer(chunk, "isLast");
      byte[] whole = form.add((ByteBuffer) HostCalls.answer(chunk, "getByteBuffer"), last);
      HostCalls.call(chunk, "release");
      if (whole != null || form.pending() != null) {
        return sent(read, whole, last);
      }
    }
  }

  private @Nullable Object sent(Method read, byte @Nullable [] whole, boolean last) {
    if (whole == null) {
      return null;
    }
    endIsLeft = form.endsApart();
    return chunk(read, whole, last && !endIsLeft);
  }

  /** Jetty sends the header next, and with it the length that is known. */
  private @Nullable Object giveUp(Method read) {
    byte[] part = form.part();
    return part.length == 0 ? null : chunk(read, part, false);
  }

  private static @Nullable Object chunk(Method read, byte[] bytes, boolean last) {
    Method from = HostMethods.open(read.getReturnType(), "from", ByteBuffer.class, boolean.class);
    return Reflection.invoke(from, null, ByteBuffer.wrap(bytes), last);
  }
}
