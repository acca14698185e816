package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.HeldForm;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The body of one token request that Netty sends. If it follows its head, both are held until it is
 * whole, so that the form and its length can still be changed then; what is longer than 64 KiB
 * passes as it comes. Used by the channel's event loop.
 */
final class NettyBody {

  private static final ThreadLocal<@Nullable Object> WRITING = new ThreadLocal<>();

  private final NettyRequest request;
  private final NettyBuffers buffers;
  private final Attempt attempt;
  private final HeldForm form;
  private boolean follows;
  private boolean isHeld;
  private boolean headIsHeld;

  /** In bytes, of what is held and will not be written by the host again. */
  private int kept;

  NettyBody(NettyRequest request, Attempt attempt) {
    this.request = request;
    this.attempt = attempt;
    form = new HeldForm(attempt, request.length());
    buffers = request.buffers();
  }

  /** Whether this is a request that was held back and goes out now. */
  static boolean isWriting(Object message) {
    return WRITING.get() == message;
  }

  boolean isHeld() {
    return isHeld;
  }

  /** Whether what is held will never be sent. */
  boolean isAbandoned() {
    return isHeld && request.isAbandoned();
  }

  /** What to encode in place of the request, or of its head; null to leave it as it is. */
  @Nullable Object begin() {
    Object message = request.message();
    int size = buffers.size(message);
    boolean isShort = Math.max(size, request.length()) <= FormBytes.LARGEST;
    byte[] beginning = isShort && size >= 0 ? buffers.bytes(message, size) : null;
    if (request.endsWith(message)) {
      byte[] changed = attempt.decide(beginning);
      return changed == null ? null : request.with(changed);
    }
    boolean awaited = request.isExpectant();
    if (!isShort || (awaited && (size >= 0 || request.length() >= 0))) {
      attempt.decide(null);
      return null;
    }
    Object nothing = buffers.of(new byte[0]);
    form.add(beginning == null ? new byte[0] : beginning, 0, Math.max(0, size));
    kept = form.size();
    follows = true;
    isHeld = form.isHolding();
    headIsHeld = isHeld && !awaited; // Of one that the server is to answer, the head goes out.
    return headIsHeld ? nothing : null;
  }

  /**
   * Has a body written that came with its head and is whole, though its end did not come. That may
   * follow at once, or never.
   *
   * @param context of the handler behind the codec
   */
  void sendSoon(Object context) {
    if (isHeld && form.isAsTold()) {
      Runnable next = () -> sendUnended(context);
      HostCalls.call(HostCalls.answer(context, "executor"), "execute", next);
    }
  }

  private void sendUnended(Object context) {
    if (!isHeld) {
      return;
    }
    try {
      send(context, asTold(context));
    } catch (RuntimeException | LinkageError failure) {
      attempt.failures().accept(failure);
      letGo(context);
    }
    HostCalls.call(context, "flush");
  }

  /** Writes what a handler behind the codec has to write, now or later. */
  void write(Object context, Object message, @Nullable Object promise) {
    Object sent = replaced(context, message);
    if (sent == null) {
      HostCalls.pass(context, "write", message, promise);
    } else {
      send(context, sent, promise);
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
    if (sent == null && isHeld) {
      letGo(context);
    }
    kept = form.size();
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
      return whole(context, bytes, part);
    }
    Object nothing = buffers.of(new byte[0]);
    byte[] passing = form.add(bytes, 0, size);
    if (form.isHolding()) {
      return form.isAsTold() ? asTold(context) : nothing;
    }
    return isHeld ? released(context, passing) : null;
  }

  private Object released(Object context, byte[] passing) {
    Object content = request.content(passing);
    sendHead(context);
    return content;
  }

  /** All of it is there, though its end is not: nothing is waited for that need not come. */
  private Object asTold(Object context) {
    byte[] whole = form.whole();
    Object content = request.content(whole);
    Object changed = headIsHeld && attempt.isChanged() ? request.head(whole.length) : null;
    if (changed == null) {
      sendHead(context);
    } else {
      isHeld = false;
      send(context, changed);
    }
    return content;
  }

  private @Nullable Object whole(Object context, byte[] end, Object last) {
    byte[] whole = form.whole(end);
    if (!attempt.isChanged()) {
      return null;
    }
    Object sent = request.last(whole, last);
    Object head = headIsHeld ? request.head(whole.length) : null;
    isHeld = false;
    if (head != null) {
      send(context, head);
    }
    return sent;
  }

  /** Writes what is held, as it came; but for what comes now. */
  private void letGo(Object context) {
    try {
      form.part();
      byte[] own = Arrays.copyOf(form.own(), kept);
      sendHead(context);
      if (own.length > 0) {
        send(context, request.content(own));
      }
    } catch (RuntimeException | LinkageError failure) {
      attempt.failures().accept(failure);
    }
  }

  private void sendHead(Object context) {
    isHeld = false;
    if (headIsHeld) {
      send(context, request.head());
    }
  }

  private static void send(Object context, @Nullable Object... messageAndPromise) {
    WRITING.set(messageAndPromise[0]);
    try {
      HostCalls.pass(context, "write", messageAndPromise);
    } finally {
      WRITING.remove();
    }
  }
}
