package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.oauth.exchange.Exchange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The response to one token request that Netty sends, as it leaves the codec. Used by the channel's
 * event loop.
 */
final class NettyResponse {

  private static final int LONGEST = 16 * 1024;
  private static final int SWITCHING_PROTOCOLS = 101;

  private final NettyRequest request;
  private final NettyBuffers buffers;
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
  private int earlier;
  private int status;
  private boolean isComplete;
  private @Nullable Exchange exchange;

  NettyResponse(NettyRequest request) {
    this.request = request;
    buffers = request.buffers();
    earlier = unanswered(request.context());
  }

  /** What the response is told to. */
  Exchange answers(Exchange decided) {
    exchange = decided;
    return decided;
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
    } catch (RuntimeException | LinkageError unexpected) {
      isComplete = true; // The host gets its response, whatever fails here.
    }
  }

  /** Looks at what the codec tells of its work. */
  void told(Object event) {
    try {
      isComplete |= request.isAbortedBy(event);
    } catch (RuntimeException | LinkageError unexpected) {
      isComplete = true;
    }
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
    if (buffers.size(message) > 0) {
      beginning.writeBytes(buffers.bytes(message, LONGEST - beginning.size()));
    }
    isComplete = request.endsWith(message) || request.isAbortedBy(message);
    if (isComplete && exchange != null) {
      exchange.responded(status, beginning.toString(StandardCharsets.UTF_8));
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
