package dev.mcphotfix.agent.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request while it is held: until it is whole, so that another may take its place, or
 * too long for a form. It is let go once, and whatever fails of the agent then, its own bytes go
 * on. Used by one thread at a time.
 */
public final class HeldForm {

  private final UnaryOperator<byte @Nullable []> decision;
  private final Consumer<Throwable> failures;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private boolean released;

  /**
   * Holds nothing yet.
   *
   * @param decision asked once; given the whole body, or null where it is not to be had; answers
   *     the body to send instead, or null to leave it as it is
   * @param failures is told where that fails
   */
  public HeldForm(UnaryOperator<byte @Nullable []> decision, Consumer<Throwable> failures) {
    this.decision = decision;
    this.failures = failures;
  }

  public static HeldForm of(Attempt attempt) {
    return new HeldForm(attempt::decide, attempt.failures());
  }

  /** Whether it was let go: whatever comes then passes. */
  public boolean isReleased() {
    return released;
  }

  /** In bytes, of what is held. */
  public int size() {
    return held.size();
  }

  /** Whether so many bytes more can be held. */
  public boolean takes(long length) {
    return !released && held.size() + length <= FormBytes.LARGEST;
  }

  public void add(byte[] bytes, int offset, int length) {
    held.write(bytes, offset, length);
  }

  /** Takes what is left in the buffer, as whoever sends it would. */
  public void add(ByteBuffer part) {
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    held.writeBytes(bytes);
  }

  /** It is whole: answers what to send. */
  public byte[] whole() {
    return whole(new byte[0]);
  }

  /** It is whole with this end, which is not held: answers what to send. */
  public byte[] whole(byte[] end) {
    byte[] own = Arrays.copyOf(held.toByteArray(), held.size() + end.length);
    System.arraycopy(end, 0, own, held.size(), end.length);
    byte[] other = released ? null : decided(own);
    return other == null ? own : other;
  }

  /** It is too long, will not be whole, or was let go before: answers what is held, as it came. */
  public byte[] part() {
    if (!released) {
      decided(null);
    }
    return held.toByteArray();
  }

  private byte @Nullable [] decided(byte @Nullable [] form) {
    released = true;
    try {
      return decision.apply(form);
    } catch (Throwable failure) {
      failures.accept(failure);
      return null;
    }
  }
}
