package dev.mcphotfix.agent.config.json;

import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.RecyclerPool;

/**
 * Keeps no buffer of a parser, as there is one file to read: to take buffers back, Jackson links
 * lambdas, and the client's start waits for that.
 */
final class OneUse implements RecyclerPool<BufferRecycler> {

  private static final long serialVersionUID = 1;

  @Override
  public BufferRecycler acquirePooled() {
    return new Forgetful();
  }

  @Override
  public void releasePooled(BufferRecycler pooled) {
    // It is not used again.
  }

  private static final class Forgetful extends BufferRecycler {

    @Override
    public void releaseByteBuffer(int kind, byte[] buffer) {
      // It is not used again.
    }

    @Override
    public void releaseCharBuffer(int kind, char[] buffer) {
      // It is not used again.
    }
  }
}
