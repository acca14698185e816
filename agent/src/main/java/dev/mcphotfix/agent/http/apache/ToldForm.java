package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.HeldForm;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A body that is held until it is whole, and what goes out of it then. Its length may have been
 * sent ahead of it: one of another length goes out as it is. Used under the lock of its channel.
 */
final class ToldForm {

  private static final long UNKNOWN = -1;
  private static final byte[] NOTHING = {};

  private final Attempt attempt;
  private final HeldForm form;
  private final ReleasedBody released;
  private long told = UNKNOWN;

  /**
   * @param released takes what goes out
   */
  ToldForm(Attempt attempt, ReleasedBody released) {
    this.attempt = attempt;
    this.released = released;
    form = new HeldForm(attempt);
  }

  /** The length is sent ahead of the body. */
  void expect(long length) {
    told = length;
  }

  boolean isHolding() {
    return form.isHolding();
  }

  /** The number of bytes that were written so far, or wait to be sent. */
  int size() {
    return form.isHolding() ? form.size() : released.size();
  }

  /** Whether all that is told has come, or it goes out as it comes. */
  boolean isThere() {
    return !form.isHolding() || form.size() >= told;
  }

  /** Whether what is whole is held on, as {@link Attempt#awaits} says. */
  boolean awaits(Runnable then) {
    return form.isOf(told) && form.awaits(NOTHING, then);
  }

  /** Whether the header tells a length, which is final when it is sent. */
  boolean isTold() {
    return told != UNKNOWN;
  }

  /** Decides now, if nothing was decided yet; answers the length to send. */
  long decide() {
    if (!form.isDecided()) {
      released.add(form.isOf(told) ? form.whole() : form.part());
    }
    return attempt.isChanged() ? released.size() : told;
  }

  /** Takes a part; what goes on of it now is released. */
  void add(ByteBuffer part) {
    byte[] passing = form.add(part);
    if (!form.isHolding()) {
      released.add(passing);
    }
  }

  /** The same of no more than is told, as the client: a body that is longer is let go. */
  void addAhead(ByteBuffer part) {
    int count = (int) Math.max(0, Math.min(part.remaining(), told - size()));
    ByteBuffer taken = part.duplicate().limit(part.position() + count);
    add(taken);
    part.position(taken.position());
    if (part.hasRemaining()) {
      letGo();
    }
  }

  /** Sends a part behind what was held, and looks at it; answers how much was taken of it. */
  @Nullable Object pass(ByteBuffer part) {
    ByteBuffer before = part.duplicate();
    Object answer = released.pass(part);
    form.add(before.limit(part.position()));
    return answer;
  }

  /** It is whole. */
  void end() {
    if (!form.isDecided()) {
      released.add(told == UNKNOWN || form.isOf(told) ? form.whole() : form.part());
    }
  }

  /** From now on whatever comes passes, after what is held. */
  void letGo() {
    released.add(form.part());
  }
}
