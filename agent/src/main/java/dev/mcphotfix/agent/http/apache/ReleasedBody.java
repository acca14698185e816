package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.StandInCall;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to go out of a body that was held: waits until the client's channel takes it, and the end
 * of the body behind it. Used under the lock of the one that holds the rest.
 */
final class ReleasedBody {

  private ByteBuffer waiting = ByteBuffer.allocate(0);
  private @Nullable StandInCall end;
  private @Nullable Object channel;
  private @Nullable Object control;

  /**
   * @param behind what the client sends by; null where nothing can be sent yet
   * @param asker has the method {@code requestOutput}
   */
  void attach(@Nullable Object behind, @Nullable Object asker) {
    channel = behind;
    control = asker;
  }

  /** Whether there is something to send by. */
  boolean isAttached() {
    return channel != null;
  }

  /** In bytes, of what waits. */
  int size() {
    return waiting.remaining();
  }

  /** Whether the client has to ask once more. */
  boolean isWaiting() {
    return waiting.hasRemaining() || end != null;
  }

  /** To go out behind what waits. */
  void add(byte[] bytes) {
    ByteBuffer all = ByteBuffer.allocate(waiting.remaining() + bytes.length);
    waiting = all.put(waiting).put(bytes).flip();
  }

  /**
   * @param call is passed on when all has gone out
   */
  void endWith(StandInCall call) {
    end = call;
  }

  /** Sends on what the channel takes. */
  void send() {
    if (channel == null) {
      return;
    }
    if (waiting.hasRemaining()) {
      HostCalls.pass(channel, "write", waiting);
    }
    if (waiting.hasRemaining()) {
      ask();
    } else if (end != null) {
      StandInCall last = end;
      end = null;
      last.passTo(channel, last.arguments());
    }
  }

  /** Lets the client ask for more of the body. */
  void ask() {
    if (control != null) {
      HostCalls.pass(control, "requestOutput");
    }
  }

  /** Sends a part of the host's past what waits; answers how much was taken of it. */
  @Nullable Object pass(ByteBuffer part) {
    return HostCalls.pass(Objects.requireNonNull(channel), "write", part);
  }
}
