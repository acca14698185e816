package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import java.io.ByteArrayOutputStream;
import java.util.function.Function;
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
  private final Function<byte @Nullable [], Exchange> examination;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private boolean isHeld;
  private boolean headIsHeld;

  /**
   * @param examination asked once; given null where the body is too long or may not be changed
   */
  NettyBody(NettyRequest request, Function<byte @Nullable [], Exchange> examination) {
    this.request = request;
    this.examination = examination;
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
      byte[] changed = decide(beginning);
      return changed == null ? null : request.with(changed);
    }
    boolean awaited = request.isExpectant();
    if (!isShort || (awaited && (size >= 0 || request.length() >= 0))) {
      decide(null);
      return null;
    }
    Object nothing = buffers.of(new byte[0]);
    hold(beginning, !awaited);
    return awaited ? null : nothing;
  }

  /** A head that the server is to answer goes out, or both would wait for each other. */
  private void hold(byte @Nullable [] beginning, boolean withHead) {
    isHeld = true;
    headIsHeld = withHead;
    if (beginning != null) {
      held.writeBytes(beginning);
    }
  }

  /** Writes what a handler behind the codec has to write, now or later. */
  void write(Object context, Object message, @Nullable Object promise) {
    Object sent = isHeld && request.has(message) ? next(context, message) : null;
    if (sent == null) {
      letGo(context, message);
      HostCalls.pass(context, "write", message, promise);
    } else {
      send(context, sent, promise);
      buffers.release(message);
    }
  }

  /** What to write in place of a part: nothing yet, or all in one; null to go on as it is. */
  private @Nullable Object next(Object context, Object part) {
    try {
      int size = buffers.size(part);
      if (size < 0 || held.size() + size > FormBytes.LARGEST) {
        decide(null);
        return null;
      }
      byte[] bytes = buffers.bytes(part, size);
      if (request.endsWith(part)) {
        return whole(context, bytes, part);
      }
      Object nothing = buffers.of(new byte[0]);
      held.writeBytes(bytes);
      return nothing;
    } catch (RuntimeException | LinkageError unexpected) {
      return null; // What the host sends goes out, whatever fails here.
    }
  }

  private @Nullable Object whole(Object context, byte[] end, Object last) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(held.toByteArray());
    all.writeBytes(end);
    byte[] changed = decide(all.toByteArray());
    if (changed == null) {
      return null;
    }
    Object sent = request.last(changed, last);
    Object head = headIsHeld ? request.head(changed.length) : null;
    isHeld = false;
    if (head != null) {
      send(context, head);
    }
    return sent;
  }

  private byte @Nullable [] decide(byte @Nullable [] form) {
    return FormBytes.changed(examination.apply(form));
  }

  private void letGo(Object context, Object message) {
    if (isHeld && request.has(message)) {
      isHeld = false;
      if (headIsHeld) {
        send(context, request.head());
      }
      if (held.size() > 0) {
        send(context, request.content(held.toByteArray()));
      }
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
