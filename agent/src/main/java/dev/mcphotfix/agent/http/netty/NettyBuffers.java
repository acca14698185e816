package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.LibraryType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in the buffers of one copy of Netty. Looking at a buffer moves neither its indices nor its
 * count of references.
 *
 * @param neighbour an object of that copy
 */
record NettyBuffers(Object neighbour) {

  /** A buffer on the heap, which nobody has to release. One without bytes sends nothing. */
  Object of(byte[] bytes) {
    Object buffer =
        HostCalls.callStatic(
            LibraryType.near(neighbour, "io.netty.buffer.Unpooled"), "wrappedBuffer", bytes);
    return Objects.requireNonNull(buffer);
  }

  /** How many bytes a message has; negative where it is no part of a body. */
  int size(Object message) {
    Object buffer = content(message);
    return buffer == null ? -1 : (int) HostCalls.answer(buffer, "readableBytes");
  }

  /** The first bytes of a part of a body. */
  byte[] bytes(Object message, int most) {
    Object buffer = Objects.requireNonNull(content(message));
    byte[] bytes = new byte[Math.min(size(message), most)];
    HostCalls.call(buffer, "getBytes", HostCalls.answer(buffer, "readerIndex"), bytes);
    return bytes;
  }

  void release(Object message) {
    HostCalls.callStatic(
        LibraryType.near(neighbour, "io.netty.util.ReferenceCountUtil"), "release", message);
  }

  private @Nullable Object content(Object message) {
    boolean isHolder =
        LibraryType.near(neighbour, "io.netty.buffer.ByteBufHolder").isInstance(message);
    Object content = isHolder ? HostCalls.answer(message, "content") : message;
    return LibraryType.near(neighbour, "io.netty.buffer.ByteBuf").isInstance(content)
        ? content
        : null;
  }
}
