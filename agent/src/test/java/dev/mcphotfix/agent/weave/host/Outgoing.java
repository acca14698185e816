package dev.mcphotfix.agent.weave.host;

import java.nio.ByteBuffer;

/** A host's stream and channel in one; each method answers how many bytes it was given. */
public final class Outgoing {

  public int stream(byte[] bytes, int offset, int length) {
    return length;
  }

  public int channel(ByteBuffer buffer) {
    return buffer.remaining();
  }

  public int gather(ByteBuffer[] buffers, int offset, int count) {
    int remaining = 0;
    for (int i = offset; i < offset + count; i++) {
      remaining += buffers[i].remaining();
    }
    return remaining;
  }
}
