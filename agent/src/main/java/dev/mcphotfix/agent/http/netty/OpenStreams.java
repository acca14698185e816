package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCalls;
import java.lang.ref.WeakReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The token requests of one connection of HTTP/2 that are not answered. Used by the channel's event
 * loop, but for {@link #isClosed}.
 */
final class OpenStreams {

  private final WeakReference<Object> channel;
  private final Map<Integer, NettyStream> streams = new RecentStreams<>();
  private @Nullable NettyStream latest;

  OpenStreams(Object channel) {
    this.channel = new WeakReference<>(channel);
  }

  /** Whether no answer can come any more. */
  boolean isClosed() {
    Object open = channel.get();
    return open == null || !(boolean) HostCalls.answer(open, "isOpen");
  }

  void add(Integer id, NettyStream stream) {
    streams.put(id, stream);
    latest = stream;
  }

  @Nullable NettyStream stream(Integer id) {
    return streams.get(id);
  }

  /** Writes the head that is held, if one is, so that none overtakes it. */
  void writeHeldHead() {
    NettyStream held = latest;
    latest = null;
    if (held != null) {
      held.writeHeldHead();
    }
  }

  /** Answers whether none is left. */
  boolean remove(Integer id) {
    streams.remove(id);
    return streams.isEmpty();
  }
}
