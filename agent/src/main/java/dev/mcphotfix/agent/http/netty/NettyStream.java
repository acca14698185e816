package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.FormBytes;
import dev.mcphotfix.agent.http.HeldForm;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One token request that a client writes to a connection of HTTP/2. The head is held if it tells
 * the body's length, and the body until it is whole. Used by the channel's event loop.
 */
final class NettyStream {

  private static final String LENGTH = "content-length";

  /** Of the arguments of the writer's method. */
  private static final int HEADERS = 2;

  private final NettyHttp2Request request;
  private final Attempt attempt;
  private final HeldForm form;
  private @Nullable Object writer;
  private @Nullable Object encoder;
  private @Nullable Object[] head = {};
  private int status;
  private boolean isAnswered;

  NettyStream(NettyHttp2Request request, Attempt attempt) {
    this.request = request;
    this.attempt = attempt;
    form = new HeldForm(attempt, request.length());
  }

  /** Whether the whole response has been read. */
  boolean isAnswered() {
    return isAnswered;
  }

  /**
   * Holds the head if that is of use.
   *
   * @param own the writer
   * @param arguments of its method
   * @return what its method returns; null to let it write
   */
  @Nullable Object hold(Object own, List<@Nullable Object> arguments) {
    form.add(new byte[0], 0, 0);
    if (request.length() > FormBytes.LARGEST || (request.isExpectant() && request.length() >= 0)) {
      form.part();
    }
    if (!form.isHolding() || request.length() < 0) {
      return null;
    }
    Runnable afterwards = this::goOn; // Asked for first: an executor may refuse.
    HostCalls.call(HostCalls.answer(request.context(), "executor"), "execute", afterwards);
    writer = own;
    head = arguments.toArray();
    return head[head.length - 1];
  }

  /** The body has not come with the head, which waits no longer. */
  private void goOn() {
    if (writer != null) {
      writeHeldHead();
      HostCalls.call(request.context(), "flush");
    }
  }

  /** Writes the head as it came, if it is held. */
  void writeHeldHead() {
    if (writer != null) {
      form.part();
      writeHead(-1);
    }
  }

  /** Writes what is held of the body, which is whole, though its end is not written yet. */
  void writeHeldBody() {
    Object own = encoder;
    if (own == null || form.isDecided()) {
      return;
    }
    byte[] whole = form.whole();
    if (whole.length > 0) {
      Object context = request.context();
      Object promise = HostCalls.answer(context, "newPromise");
      Object body = request.buffers().of(whole);
      HostCalls.call(own, "writeData", context, request.stream(), body, 0, false, promise);
    }
  }

  /** The client gives it up: what is held of the body is not sent any more. */
  void letGo() {
    writeHeldHead();
    if (!form.isDecided()) {
      form.part();
    }
  }

  /**
   * What to write in place of a part of the body; null to write it as it is.
   *
   * @param own the encoder that is given it
   */
  @Nullable Object replace(Object own, Object buffer, boolean isLast) {
    encoder = own;
    NettyBuffers buffers = request.buffers();
    if (form.isDecided()) {
      return null;
    }
    byte[] part = buffers.bytes(buffer, buffers.size(buffer));
    byte[] sent = next(part, isLast);
    writeHead(attempt.isChanged() ? sent.length : -1);
    if (Arrays.equals(sent, part)) {
      return null;
    }
    Object other = buffers.of(sent);
    buffers.release(buffer);
    return other;
  }

  private byte[] next(byte[] part, boolean isLast) {
    long size = (long) form.size() + part.length;
    boolean isWhole = isLast || size == request.length();
    if (isWhole && size <= FormBytes.LARGEST) {
      return form.whole(part);
    }
    byte[] passing = form.add(part, 0, part.length);
    return form.isHolding() && writer != null ? form.part() : passing;
  }

  /**
   * Writes the head if it is held.
   *
   * @param length of the body in bytes, which the head tells; negative where it is as it was
   */
  private void writeHead(int length) {
    Object held = writer;
    if (held == null) {
      return;
    }
    writer = null;
    Object own = request.headers();
    head[HEADERS] =
        length < 0 ? own : new NettyFrames(request.encoder()).fields(own, LENGTH, length);
    NettyWriter.call(head[HEADERS], held, "writeHeaders", head);
  }

  /**
   * Looks at a part of the response.
   *
   * @param part the fields of a head or a trailer, or a buffer
   */
  void read(Object part, boolean isLast) {
    if (part instanceof Iterable<?>) {
      Object code = HostCalls.call(part, "status");
      int told = code == null ? 0 : Integer.parseInt(code.toString());
      status = told < 200 ? status : told;
    } else {
      byte[] bytes = request.buffers().bytes(part, request.buffers().size(part));
      attempt.received(ByteBuffer.wrap(bytes));
    }
    isAnswered = isLast;
    if (isLast && status != 0) {
      attempt.answered(status);
    }
  }
}
