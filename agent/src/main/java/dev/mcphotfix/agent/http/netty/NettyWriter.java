package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.host.HostCalls;
import org.jspecify.annotations.Nullable;

/** Writes what was held back of token requests. Used by channels' event loops. */
final class NettyWriter {

  private static final ThreadLocal<@Nullable Object> WRITING = new ThreadLocal<>();

  private NettyWriter() {}

  /** Whether this is a request that was held back and goes out now. */
  static boolean isWriting(Object message) {
    return WRITING.get() == message;
  }

  /**
   * Writes.
   *
   * @param context of the handler behind the codec
   */
  static void write(Object context, @Nullable Object... messageAndPromise) {
    call(messageAndPromise[0], context, "write", messageAndPromise);
  }

  /** Has somebody write a message that is one of the arguments. */
  static void call(
      @Nullable Object message, Object writer, String method, @Nullable Object... arguments) {
    WRITING.set(message);
    try {
      HostCalls.pass(writer, method, arguments);
    } finally {
      WRITING.remove();
    }
  }
}
