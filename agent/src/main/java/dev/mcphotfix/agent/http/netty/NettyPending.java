package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.HeldForm;
import org.jspecify.annotations.Nullable;

/**
 * What is whole of one token request that Netty sends, and held on while a discovery is under way
 * that it hangs on. Nothing waits for that: the channel's event loop, which uses this, goes on with
 * it then, or when something else of the host's is to be written.
 */
final class NettyPending {

  private static final byte[] NOTHING = {};

  private final NettyRequest request;
  private final Attempt attempt;
  private final HeldForm form;
  private final NettyHeld held;
  private boolean isAwaited;

  /** Whether the head has the body in it; then that is all in the end. */
  private boolean isOne;

  private byte[] end = NOTHING;

  NettyPending(NettyRequest request, Attempt attempt, HeldForm form, NettyHeld held) {
    this.request = request;
    this.attempt = attempt;
    this.form = form;
    this.held = held;
  }

  /** Whether a request that has its body in it is held from now on. */
  boolean awaitsOne(byte[] body, Object context) {
    isOne = true;
    if (!awaits(body, context)) {
      return false;
    }
    held.hold(request.with(body));
    end = body;
    return true;
  }

  /** Whether what is held is held on, though it is whole with this end. */
  boolean awaitsEnd(byte[] bytes, Object last, Object context) {
    if (!held.isHeld() || !awaits(bytes, context)) {
      return false;
    }
    held.hold(request.last(bytes, last));
    end = bytes;
    return true;
  }

  /** Whether what is held is held on, though it is whole but for its end. */
  boolean awaitsTold(Object context) {
    return held.isHeld() && awaits(NOTHING, context);
  }

  private boolean awaits(byte[] rest, Object context) {
    Runnable then = () -> goOnSoon(context);
    isAwaited = isOne ? attempt.awaits(rest, then) : form.awaits(rest, then);
    return isAwaited;
  }

  /**
   * Has what is whole written by the event loop, if it is still held then. Any thread.
   *
   * @param context of the handler behind the codec
   */
  void goOnSoon(Object context) {
    Runnable next = () -> goOn(context);
    HostCalls.call(HostCalls.answer(context, "executor"), "execute", next);
  }

  private void goOn(Object context) {
    boolean isWhole = held.last() != null || form.isAsTold();
    if (isWhole && held.isHeld() && !held.isAbandoned() && !awaits(end, context)) {
      writeWhole(context);
      HostCalls.call(context, "flush");
    }
  }

  /** Writes what is held before something else, which overtakes nothing. */
  void letGo(Object context) {
    if (isAwaited) {
      writeWhole(context);
    } else {
      held.writeAsItCame(context);
    }
  }

  private void writeWhole(Object context) {
    isAwaited = false;
    try {
      Object sent = decided(context);
      if (sent != null) {
        NettyWriter.write(context, sent);
      }
    } catch (RuntimeException | LinkageError failure) {
      attempt.failures().accept(failure);
    }
    if (held.isHeld()) {
      held.writeAsItCame(context);
    }
  }

  private @Nullable Object decided(Object context) {
    Object last = held.last();
    if (last == null) {
      return held.asTold(context);
    }
    return isOne ? one(last) : held.whole(context, end, last);
  }

  private Object one(Object own) {
    byte[] changed = attempt.decide(end);
    Object sent = changed == null ? own : request.with(changed);
    held.isWritten();
    return sent;
  }
}
