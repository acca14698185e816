package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.host.HostCalls;

/**
 * The stream of one request among those of its connection.
 *
 * @param stream a {@code Http2FrameStream}
 */
record NettyHttp2Stream(NettyFrames frames, Object stream) {

  /** Whether a message that passes belongs to it. */
  boolean has(Object frame) {
    return frames.stream(frame) == stream && (frames.isPart(frame) || frames.isReset(frame));
  }

  /** By a reset; or the codec tells that the stream is closed, which it also tells in the end. */
  boolean isAbortedBy(Object message) {
    return frames.isEvent(message)
        ? HostCalls.call(message, "stream") == stream
            && HostCalls.answer(stream, "state").toString().equals("CLOSED")
        : frames.isReset(message) && frames.stream(message) == stream;
  }

  /** The codec is told nothing of a stream that ends unsent; only its channel is closed. */
  boolean isAbandoned() {
    try {
      Object channel = HostCalls.field(stream, "attachment");
      return channel != null && !(boolean) HostCalls.answer(channel, "isOpen");
    } catch (HostCallException hidden) {
      return false;
    }
  }
}
