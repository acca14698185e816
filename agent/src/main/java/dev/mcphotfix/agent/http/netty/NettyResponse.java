package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.http.Attempt;
import java.nio.ByteBuffer;
import java.util.Collection;

/**
 * The response to one token request that Netty sends, as it leaves the codec. Used by the channel's
 * event loop.
 */
final class NettyResponse {

  private static final int SWITCHING_PROTOCOLS = 101;

  private final NettyRequest request;
  private final NettyBuffers buffers;
  private final Attempt attempt;
  private int earlier;
  private int status;
  private boolean isComplete;

  NettyResponse(NettyRequest request, Attempt attempt) {
    this.request = request;
    this.attempt = attempt;
    buffers = request.buffers();
    earlier = unanswered(request.context());
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
    int code = request.status(message);
    if (code >= 0) {
      status = status(code);
    }
    if (status == 0) {
      isComplete |= request.isAbortedBy(message);
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

  /** Zero for the responses that come first: interim ones, and those to earlier requests. */
  private int status(int code) {
    if (code < 200) {
      isComplete = code == SWITCHING_PROTOCOLS; // What follows is not HTTP/1.1.
      return 0;
    }
    boolean isEarlier = earlier > 0;
    earlier -= isEarlier ? 1 : 0;
    return isEarlier ? 0 : code;
  }

  /** How many requests before this one the codec waits for the response to; it alone knows. */
  private static int unanswered(Object context) {
    try {
      Object codec = HostCalls.answer(context, "handler");
      return HostCalls.field(codec, "queue") instanceof Collection<?> requests
          ? requests.size()
          : 0;
    } catch (HostCallException hidden) {
      return 0;
    }
  }
}
