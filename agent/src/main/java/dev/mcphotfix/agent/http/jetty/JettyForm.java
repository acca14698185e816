package dev.mcphotfix.agent.http.jetty;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.HeldForm;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of a request's content until they are whole and decided about. What is longer than 64
 * KiB is let go as far as it is there; what is whole and hangs on a discovery that is under way is
 * held on. Used by one thread at a time, but for the questions.
 */
final class JettyForm {

  private static final byte[] NONE = {};

  private final JettyRequest request;
  private final Attempt attempt;
  private final HeldForm form;
  private final @Nullable String told;
  private int pieces;
  private boolean endsApart;
  private @Nullable JettyPending pending;
  private boolean isPendingLast;
  private volatile byte @Nullable [] ahead;
  private volatile long length;

  /**
   * @param length what the content knows of it; negative where it does not
   */
  JettyForm(JettyRequest request, long length, Attempt attempt) {
    this.request = request;
    this.length = length;
    this.attempt = attempt;
    told = request.toldLength();
    form = new HeldForm(attempt, told == null ? length : Long.parseLong(told));
  }

  /** The length in the header before it was changed; null where there was none. */
  @Nullable String originallyTold() {
    return told;
  }

  /** What the content knows of its length now. */
  long length() {
    return length;
  }

  /** Whether the header tells its length. */
  boolean isTold() {
    return request.toldLength() != null;
  }

  /** Whether it has to be seen, now that the header is as it will be sent. */
  boolean isAwaited() {
    attempt.sends(request.header());
    form.add(NONE, 0, 0);
    return form.isHolding();
  }

  boolean isHolding() {
    return form.isHolding();
  }

  /** From then on whatever comes passes. */
  boolean isDecided() {
    return form.isDecided();
  }

  /**
   * Whether its end is sent on its own: what came in several pieces is not to look like what comes
   * in one, which has a length that is told.
   */
  boolean endsApart() {
    return endsApart;
  }

  /** Takes a piece; answers what to send now, or null while more must come. */
  byte @Nullable [] add(ByteBuffer piece, boolean last) {
    pieces++;
    endsApart = last && pieces > 1 && form.isHolding();
    byte[] sent = form.add(piece);
    if (last || (form.isHolding() && form.isAsTold())) {
      isPendingLast = last;
      if (awaits()) {
        return null;
      }
      byte[] rest = whole();
      sent = sent.length == 0 ? rest : sent;
    }
    return form.isHolding() ? null : sent;
  }

  /** What holds it though it is whole; null where nothing does. */
  @Nullable JettyPending pending() {
    return pending;
  }

  /** Whether what is pending ends with the last piece. */
  boolean isPendingLast() {
    return isPendingLast;
  }

  /** What to send of what is pending; null where it still is. */
  byte @Nullable [] goOn() {
    return awaits() ? null : whole();
  }

  private boolean awaits() {
    JettyPending next = new JettyPending();
    pending = null;
    try {
      attempt.sends(request.header());
      pending = form.awaits(NONE, next::end) ? next : null;
    } catch (HostCallException failure) { // It is told when the form is decided on.
    }
    return pending != null;
  }

  /** What is there, to be sent now: no more of it is waited for. */
  byte[] part() {
    return form.part();
  }

  /**
   * Decides before the content is asked for.
   *
   * @param whole null where it was not to be had; the content passes then
   */
  void decideAhead(byte @Nullable [] whole) {
    if (whole == null) {
      form.part();
      return;
    }
    byte[] passing = form.add(ByteBuffer.wrap(whole));
    byte[] rest = whole(); // The header cannot wait for a discovery.
    ahead = passing.length == 0 ? rest : passing;
  }

  /** What is to be sent in place of the content, once; null where the content itself is. */
  byte @Nullable [] takeAhead() {
    byte[] taken = ahead;
    ahead = null;
    return taken;
  }

  boolean isAhead() {
    return ahead != null;
  }

  /** Jetty asks, and must get its content whatever fails here. */
  private byte[] whole() {
    boolean wasHeld = form.isHolding();
    try {
      attempt.sends(request.header());
      byte[] sent = form.whole();
      if (attempt.isChanged()) {
        tell(sent.length);
      }
      return sent;
    } catch (HostCallException failure) {
      attempt.failures().accept(failure);
      form.part();
      return wasHeld ? form.own() : NONE;
    }
  }

  private void tell(int changed) {
    if (request.toldLength() != null) {
      request.tellLength(Integer.toString(changed));
    }
    length = length < 0 ? length : changed;
  }
}
