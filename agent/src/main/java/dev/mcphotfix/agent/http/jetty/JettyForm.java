package dev.mcphotfix.agent.http.jetty;

import dev.mcphotfix.agent.http.FormBytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of a request's content until they are whole and decided about. What is longer than 64
 * KiB is let go as far as it is there. Used by one thread at a time, but for the questions.
 */
final class JettyForm {

  private final JettyRequest request;
  private final UnaryOperator<byte @Nullable []> decision;
  private final Consumer<Throwable> failures;
  private final @Nullable String told;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private int pieces;
  private volatile byte @Nullable [] ahead;
  private volatile long length;
  private volatile boolean decided;

  /**
   * @param length what the content knows of it; negative where it does not
   * @param decision asked once; given the whole form, or null where it is not to be had; answers
   *     what to send instead, or null to leave it as it is
   */
  JettyForm(
      JettyRequest request,
      long length,
      UnaryOperator<byte @Nullable []> decision,
      Consumer<Throwable> failures) {
    this.failures = failures;
    this.request = request;
    this.length = length;
    this.decision = decision;
    this.told = request.toldLength();
  }

  /** The length in the header before it was changed; null where there was none. */
  @Nullable String originallyTold() {
    return told;
  }

  /** What the content knows of its length now. */
  long length() {
    return length;
  }

  /**
   * Whether the header may be sent before the content is whole: not with a length that might have
   * to change.
   */
  boolean mayBeLate() {
    if (request.toldLength() == null) {
      return true;
    }
    boolean forgotten = request.forgetLength();
    length = forgotten ? -1 : length;
    return forgotten;
  }

  /** From then on whatever comes passes. */
  boolean isDecided() {
    return decided;
  }

  /** Whether it came in one piece: one that did not has a length that is not told. */
  boolean isOnePiece() {
    return pieces == 1;
  }

  /** Takes a piece; answers what to send now, or null while more must come. */
  byte @Nullable [] add(ByteBuffer piece, boolean last) {
    byte[] bytes = new byte[piece.remaining()];
    piece.get(bytes);
    held.writeBytes(bytes);
    pieces++;
    if (held.size() > FormBytes.LARGEST) {
      return release(null);
    }
    return last ? release(held.toByteArray()) : null;
  }

  /**
   * Answers what to send now.
   *
   * @param whole null where not all is there, or it is too long
   */
  byte[] release(byte @Nullable [] whole) {
    byte[] changed = changed(whole);
    byte[] sent = changed == null ? held.toByteArray() : changed;
    held.reset();
    decided = true;
    return sent;
  }

  /**
   * Decides before the content is asked for.
   *
   * @param whole null where it was not to be had; the content passes then
   */
  void decideAhead(byte @Nullable [] whole) {
    byte[] sent = whole == null ? release(null) : add(ByteBuffer.wrap(whole), true);
    ahead = whole == null ? null : sent;
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

  private byte @Nullable [] changed(byte @Nullable [] whole) {
    try {
      byte[] changed = decision.apply(whole);
      if (changed != null && request.toldLength() != null) {
        request.tellLength(Integer.toString(changed.length));
      }
      length = changed == null || length < 0 ? length : changed.length;
      return changed;
    } catch (Throwable failure) {
      failures.accept(failure);
      return null; // Jetty asks, and must get its content whatever fails here.
    }
  }
}
