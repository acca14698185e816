package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostCalls;
import java.util.Collection;

/**
 * Finds where the response to one request begins among what Netty's codec reads: interim ones come
 * first, and those to earlier requests. Used by the channel's event loop.
 */
final class NettyStatus {

  private static final int SWITCHING_PROTOCOLS = 101;

  private final NettyRequest request;
  private int earlier;
  private boolean isOver;

  NettyStatus(NettyRequest request) {
    this.request = request;
    earlier = unanswered(request.context());
  }

  /** Whether there will be no response: what follows is not HTTP/1.1. */
  boolean isOver() {
    return isOver;
  }

  /** Of the response, where it begins with that message; zero where it does not. */
  int of(Object message) {
    int code = request.status(message);
    if (code < 200) {
      isOver |= code == SWITCHING_PROTOCOLS;
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
