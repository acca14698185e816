package dev.mcphotfix.agent.witness;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What the client is about to send, seen where it lies: no byte is copied and no position moved.
 * Good for the time of the call.
 */
interface PlainText {

  /** In bytes; what is behind them is not looked at. */
  int MOST = 16 * 1024;

  /** At most {@link #MOST}. */
  int length();

  byte at(int index);

  /** Whether all that is there of it, up to the length of the word, is that of the word. */
  default boolean mayBegin(String word) {
    int common = Math.min(length(), word.length());
    for (int i = 0; i < common; i++) {
      if (at(i) != word.charAt(i)) {
        return false;
      }
    }
    return common > 0;
  }

  static PlainText nothing() {
    return new Buffer(ByteBuffer.allocate(0), 0, 0);
  }

  /** Empty where the JDK would refuse these arguments. */
  static PlainText of(byte @Nullable [] bytes, int offset, int length) {
    return bytes != null && offset >= 0 && length >= 0 && offset <= bytes.length - length
        ? new Buffer(ByteBuffer.wrap(bytes), offset, Math.min(length, MOST))
        : nothing();
  }

  /** What is left in the buffer, of either kind. */
  static PlainText of(@Nullable ByteBuffer buffer) {
    return buffer == null
        ? nothing()
        : new Buffer(buffer, buffer.position(), Math.min(buffer.remaining(), MOST));
  }

  /** What is left in so many of the buffers, one behind the other. */
  static PlainText of(@Nullable ByteBuffer @Nullable [] buffers, int offset, int count) {
    if (buffers == null || offset < 0 || count < 0 || offset > buffers.length - count) {
      return nothing();
    }
    PlainText all = nothing();
    for (int i = offset; i < offset + count && all.length() < MOST; i++) {
      PlainText next = of(buffers[i]);
      all = next.length() == 0 ? all : all.length() == 0 ? next : new Both(all, next);
    }
    return all;
  }

  /** A part of a buffer. */
  record Buffer(ByteBuffer buffer, int position, int length) implements PlainText {
    @Override
    public byte at(int index) {
      return buffer.get(position + index);
    }
  }

  /** One behind the other. */
  record Both(PlainText first, PlainText second) implements PlainText {
    @Override
    public int length() {
      return Math.min(first.length() + second.length(), MOST);
    }

    @Override
    public byte at(int index) {
      int before = first.length();
      return index < before ? first.at(index) : second.at(index - before);
    }
  }
}
