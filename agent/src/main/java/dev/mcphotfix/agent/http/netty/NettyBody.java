package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.HeldForm;
import org.jspecify.annotations.Nullable;

/**
 * The body of one token request that Netty sends. If it follows its head, both are held until it is
 * whole, so that the form and its length can still be changed then; what is longer than 64 KiB
 * passes as it comes. Used by the channel's event loop, which never waits: what hangs on a
 * discovery that is under way is held on.
 */
final class NettyBody {

  private final NettyRequest request;
  private final NettyBuffers buffers;
  private final Attempt attempt;
  private final HeldForm form;
  private final NettyHeld held;
  private final NettyPending pending;
  private boolean follows;

  NettyBody(NettyRequest request, Attempt attempt) {
    this.request = request;
    this.attempt = attempt;
    form = new HeldForm(attempt, request.length());
    held = new NettyHeld(request, attempt, form);
    pending = new NettyPending(request, attempt, form, held);
    buffers = request.buffers();
  }

  boolean isHeld() {
    return held.isHeld();
  }

  /** Whether what is held will never be sent. */
  boolean isAbandoned() {
    return held.isAbandoned();
  }

  /**
   * What to encode in place of the request, or of its head; null to leave it as it is.
   *
   * @param context of the handler behind the codec
   */
  @Nullable Object begin(Object context) {
    Object message = request.message();
    int size = buffers.size(message);
    boolean isShort = Math.max(size, request.length()) <= FormBytes.LARGEST;
    byte[] beginning = isShort && size >= 0 ? buffers.bytes(message, size) : null;
    if (request.endsWith(message)) {
      return one(beginning, context);
    }
    boolean awaited = request.isExpectant();
    if (!isShort || (awaited && (size >= 0 || request.length() >= 0))) {
      attempt.decide(null);
      return null;
    }
    form.add(beginning == null ? new byte[0] : beginning, 0, Math.max(0, size));
    follows = true;
    held.begin(!awaited); // Of one that the server is to answer, the head goes out.
    return held.isHeld() && !awaited ? nothing() : null;
  }

  /** In place of a request that has its body in it. */
  private @Nullable Object one(byte @Nullable [] body, Object context) {
    if (body != null && pending.awaitsOne(body, context)) {
      return nothing();
    }
    byte[] changed = attempt.decide(body);
    return changed == null ? null : request.with(changed);
  }

  private Object nothing() {
    return buffers.of(new byte[0]);
  }

  /**
   * Has a body written that came with its head and is whole, though its end did not come. That may
   * follow at once, or never.
   *
   * @param context of the handler behind the codec
   */
  void sendSoon(Object context) {
    if (follows && held.isHeld() && form.isAsTold()) {
      pending.goOnSoon(context);
    }
  }

  /** Writes what a handler behind the codec has to write, now or later. */
  void write(Object context, Object message, @Nullable Object promise) {
    Object sent = replaced(context, message);
    if (sent == null) {
      HostCalls.pass(context, "write", message, promise);
    } else {
      NettyWriter.write(context, sent, promise);
      buffers.release(message);
    }
  }

  /** Null to write the message as it is. What the host sends goes out, whatever fails here. */
  private @Nullable Object replaced(Object context, Object message) {
    Object sent = null;
    try {
      if (!request.has(message)) {
        return null;
      }
      sent = follows ? next(context, message) : null;
    } catch (RuntimeException | LinkageError failure) {
      attempt.failures().accept(failure);
    }
    if (sent == null && held.isHeld()) {
      pending.letGo(context);
    }
    held.keep();
    return sent;
  }

  /** What to write in place of a part: nothing yet, or all in one; null to go on as it is. */
  private @Nullable Object next(Object context, Object part) {
    int size = buffers.size(part);
    follows = size >= 0 && !form.isDecided() && !request.endsWith(part);
    if (size < 0 || form.isDecided()) {
      return null;
    }
    byte[] bytes = buffers.bytes(part, size);
    if (request.endsWith(part)) {
      return pending.awaitsEnd(bytes, part, context) ? nothing() : held.whole(context, bytes, part);
    }
    Object nothing = nothing();
    byte[] passing = form.add(bytes, 0, size);
    if (!form.isHolding()) {
      return held.isHeld() ? held.released(context, passing) : null;
    }
    return !form.isAsTold() || pending.awaitsTold(context) ? nothing : held.asTold(context);
  }
}
