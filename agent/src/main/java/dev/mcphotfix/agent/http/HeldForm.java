package dev.mcphotfix.agent.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request while a library sends it: held until it is whole, so that another may take
 * its place. As soon as it is too long for a form, or what came of it settles that it stays as it
 * is, whatever comes goes on at once. Nothing here asks for more of it: that is the library's to
 * do. Used by one thread at a time.
 */
public final class HeldForm {

  private static final byte[] NOTHING = {};

  private final Attempt attempt;
  private final long told;
  private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
  private State state = State.HELD;
  private int looked;

  /** One whose length nobody tells. */
  public HeldForm(Attempt attempt) {
    this(attempt, -1);
  }

  /**
   * Holds nothing yet.
   *
   * @param told the length that the host tells, in bytes; negative where it does not. One of
   *     another length stays as it is: what sends it will find that out.
   */
  public HeldForm(Attempt attempt, long told) {
    this.attempt = attempt;
    this.told = told;
  }

  private enum State {
    HELD,
    /** It passes, and is only looked at. */
    SETTLED,
    /** It passes, and has been decided on. */
    DECIDED
  }

  /** Whether what comes is held. */
  public boolean isHolding() {
    return state == State.HELD;
  }

  /** Whether it was decided on: what comes then need not be told here. */
  public boolean isDecided() {
    return state == State.DECIDED;
  }

  /** Whether as much has come as the host told. */
  public boolean isAsTold() {
    return isOf(told);
  }

  /** Whether so many bytes have come of it. */
  public boolean isOf(long length) {
    return copy.size() == length;
  }

  /** In bytes, of what came of it before it was decided on. */
  public int size() {
    return copy.size();
  }

  /** Takes a part; answers what goes on now, which is nothing while it is held. */
  public byte[] add(byte[] bytes, int offset, int length) {
    byte[] part = Arrays.copyOfRange(bytes, offset, offset + length);
    if (state != State.DECIDED && copy.size() + length > FormBytes.LARGEST) {
      return joined(part(), part);
    }
    if (state == State.DECIDED) {
      return part;
    }
    copy.writeBytes(part);
    return state == State.SETTLED ? part : settled() ? copy.toByteArray() : NOTHING;
  }

  /** Takes what is left in the buffer, as whoever sends it would. */
  public byte[] add(ByteBuffer part) {
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    return add(bytes, 0, bytes.length);
  }

  /**
   * Whether it has to be held for longer though it is whole with this end, as {@link
   * Attempt#awaits} says.
   */
  public boolean awaits(byte[] end, Runnable then) {
    byte[] own = joined(copy.toByteArray(), end);
    return isHolding() && isTold(own.length) && attempt.awaits(own, then);
  }

  /** It is whole; answers what goes on now. */
  public byte[] whole() {
    return whole(NOTHING);
  }

  /** It is whole with this end, of which no copy is kept; answers what goes on now. */
  public byte[] whole(byte[] end) {
    byte[] own = joined(copy.toByteArray(), end);
    State before = state;
    byte[] other = before == State.DECIDED ? null : decided(isTold(own.length) ? own : null);
    return before != State.HELD ? end : other == null ? own : other;
  }

  private boolean isTold(long length) {
    return told < 0 || told == length;
  }

  /** It will not be whole, or not in time; answers what goes on now. */
  public byte[] part() {
    State before = state;
    if (before != State.DECIDED) {
      decided(null);
    }
    return before == State.HELD ? copy.toByteArray() : NOTHING;
  }

  /** What came of it, as it came. */
  public byte[] own() {
    return copy.toByteArray();
  }

  /** Looks again whenever twice as much has come, so that short parts cost little. */
  private boolean settled() {
    if (copy.size() >= 2 * looked) {
      looked = copy.size();
      state = attempt.isSettled(copy.toByteArray()) ? State.SETTLED : State.HELD;
    }
    return state == State.SETTLED;
  }

  private byte @Nullable [] decided(byte @Nullable [] form) {
    state = State.DECIDED;
    return attempt.decide(form);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
