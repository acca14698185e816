package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import dev.mcphotfix.agent.http.Attempt;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the {@code DataStreamChannel} of Apache HttpClient 5, or the {@code ContentEncoder}
 * of HttpAsyncClient 4, that a host's producer writes to: holds the body until it is whole, so that
 * another can go out in its place. What is longer than 64 KiB passes as it comes. Thread-safe, as
 * the channel is.
 */
final class HeldChannel extends StandIn {

  private final ReleasedBody released = new ReleasedBody();
  private final ToldForm form;
  private boolean whole;
  private boolean cut;
  private boolean wanted;

  HeldChannel(Attempt attempt) {
    super(null, attempt.failures());
    form = new ToldForm(attempt, released);
  }

  /** The length is sent ahead of the body; one of another length passes as it is. */
  synchronized void expect(long length) {
    form.expect(length);
  }

  /** The number of bytes that were written so far, or wait to be sent. */
  synchronized int size() {
    return form.size();
  }

  /** Whether the decision need not wait for more: all that is told has come, or it passes. */
  synchronized boolean isThere() {
    return whole || form.isThere();
  }

  /** Whether what is whole is held on, as {@link Attempt#awaits} says. */
  synchronized boolean awaits(Runnable then) {
    return form.awaits(then);
  }

  /** Once, whether the producer has to be asked again for the rest of a part that it has given. */
  synchronized boolean wasCut() {
    boolean was = cut;
    cut = false;
    return was;
  }

  /** Whether there is nothing more to come from the producer. */
  synchronized boolean isWhole() {
    return whole;
  }

  /** Whether the client has to ask once more. */
  synchronized boolean isWaiting() {
    return released.isWaiting();
  }

  /**
   * Whether the producer wants to be asked, though it may have nothing: what it wrote is held, and
   * that it has ended is still to come.
   */
  synchronized boolean isWanted() {
    return wanted && !whole;
  }

  /** Decides now, if nothing was decided yet; answers the length to send. */
  synchronized long decide() {
    return form.decide();
  }

  /**
   * @param behind null where nothing can be sent yet
   * @param asker has the method {@code requestOutput}
   */
  synchronized void attach(@Nullable Object behind, @Nullable Object asker) {
    released.attach(behind, asker);
    wanted = false;
  }

  /** Sends on what the client's channel takes. */
  synchronized void send() {
    released.send();
  }

  /** From now on whatever is written passes, after what is held. */
  synchronized void letGo() {
    form.letGo();
  }

  /** What is held goes out as it is; answers whether the producer is not to be asked now. */
  synchronized boolean sendAsItIs() {
    letGo();
    send();
    return whole || released.isWaiting();
  }

  @Override
  protected synchronized @Nullable Object answer(StandInCall call) {
    switch (call.method().getName()) {
      case "write" -> {
        return call.argument(0) instanceof ByteBuffer part ? write(part) : 0;
      }
      case "isCompleted" -> {
        return whole;
      }
      case "endStream", "complete" -> end(call);
      case "requestOutput" -> ask();
      default -> {}
    }
    return null;
  }

  @Override
  protected synchronized @Nullable Object withoutUs(StandInCall call) {
    sendAsItIs();
    return call.is("write") ? (Object) 0 : null; // As of a channel that is full.
  }

  /** What is held does not wake the connection as a write does. */
  private void ask() {
    wanted = true;
    released.ask();
  }

  private void end(StandInCall call) {
    whole = true;
    released.endWith(call);
    if (released.isAttached() || !form.isTold()) { // Else it is decided with the header.
      form.end();
    }
    send();
  }

  private @Nullable Object write(ByteBuffer part) {
    if (!released.isAttached()) {
      return writeAhead(part);
    }
    if (form.isHolding()) {
      return hold(part);
    }
    send();
    return released.isWaiting() || !part.hasRemaining()
        ? 0 // As of a channel that is full; one that was told all takes not even nothing.
        : form.pass(part);
  }

  private int hold(ByteBuffer part) {
    int count = part.remaining();
    form.add(part);
    if (!form.isHolding()) {
      send();
    } else if (count > 0) {
      ask();
    }
    return count;
  }

  private int writeAhead(ByteBuffer part) {
    int before = part.remaining();
    form.addAhead(part);
    int count = before - part.remaining();
    cut = part.hasRemaining();
    if (cut && count == 0) {
      rethrow(new IllegalStateException("more than the length that is told")); // As the client.
    }
    return count;
  }
}
