package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.http.Attempt;
import java.nio.ByteBuffer;

/**
 * The response to one token request that Netty sends, as it leaves the codec. Used by the channel's
 * event loop.
 */
final class NettyResponse {

  private final NettyRequest request;
  private final NettyBuffers buffers;
  private final Attempt attempt;
  private final NettyStatus own;
  private int status;
  private boolean isComplete;

  NettyResponse(NettyRequest request, Attempt attempt) {
    this.request = request;
    this.attempt = attempt;
    buffers = request.buffers();
    own = new NettyStatus(request);
  }

  boolean isComplete() {
    return isComplete;
  }

  /** Looks at what the codec has read. */
  void read(Object message) {
    try {
      if (!isComplete && request.has(message)) {
        look(message);
      }
    } catch (RuntimeException | LinkageError failure) {
      fail(failure);
    }
  }

  /** Looks at what the codec tells of its work. */
  void told(Object event) {
    try {
      isComplete |= request.isAbortedBy(event);
    } catch (RuntimeException | LinkageError failure) {
      fail(failure);
    }
  }

  /** The host gets its response, whatever fails here. */
  private void fail(Throwable failure) {
    isComplete = true;
    attempt.failures().accept(failure);
  }

  private void look(Object message) {
    status = status == 0 ? own.of(message) : status;
    if (status == 0) {
      isComplete |= own.isOver() || request.isAbortedBy(message);
      return;
    }
    int size = buffers.size(message);
    if (size > 0) {
      attempt.received(ByteBuffer.wrap(buffers.bytes(message, size)));
    }
    isComplete = request.endsWith(message) || request.isAbortedBy(message);
    if (isComplete) {
      attempt.answered(status);
    }
  }
}
