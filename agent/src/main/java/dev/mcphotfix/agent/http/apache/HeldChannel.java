package dev.mcphotfix.agent.http.apache;

import dev.mcphotfix.agent.host.HostCalls;
import dev.mcphotfix.agent.host.StandIn;
import dev.mcphotfix.agent.host.StandInCall;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.HeldForm;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the {@code DataStreamChannel} of Apache HttpClient 5, or the {@code ContentEncoder}
 * of HttpAsyncClient 4, that a host's producer writes to: holds the body until it is whole, so that
 * another can go out in its place. What is longer than 64 KiB passes as it comes. Thread-safe, as
 * the channel is.
 */
final class HeldChannel extends StandIn {

  private static final long UNKNOWN = -1;

  private final Attempt attempt;
  private final HeldForm form;
  private long told = UNKNOWN;
  private @Nullable Object channel;
  private @Nullable Object control;
  private @Nullable ByteBuffer released;
  private boolean whole;
  private boolean cut;
  private boolean wanted;
  private @Nullable StandInCall end;

  HeldChannel(Attempt attempt) {
    super(null, attempt.failures());
    this.attempt = attempt;
    form = new HeldForm(attempt);
  }

  /** The length is sent ahead of the body; one of another length passes as it is. */
  synchronized void expect(long length) {
    told = length;
  }

  /** The number of bytes that were written so far, or released. */
  synchronized int size() {
    return released == null ? form.size() : released.remaining();
  }

  /** Whether the decision need not wait for more: all that is told has come, or it passes. */
  synchronized boolean isThere() {
    return whole || !form.isHolding() || form.size() >= told;
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
    return released != null && (released.hasRemaining() || end != null);
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
    if (!form.isDecided()) {
      release(form.isOf(told) ? form.whole() : form.part());
    }
    return attempt.isChanged() ? size() : told;
  }

  /**
   * @param behind null where nothing can be sent yet
   * @param asker has the method {@code requestOutput}
   */
  synchronized void attach(@Nullable Object behind, @Nullable Object asker) {
    channel = behind;
    control = asker;
    wanted = false;
  }

  @Override
  protected synchronized @Nullable Object answer(StandInCall call) {
    return switch (call.method().getName()) {
      case "write" -> call.argument(0) instanceof ByteBuffer part ? write(part) : 0;
      case "endStream", "complete" -> end(call);
      case "isCompleted" -> whole;
      case "requestOutput" -> requestOutput(call);
      default -> null;
    };
  }

  /** What is held goes out as it is. */
  @Override
  protected synchronized @Nullable Object withoutUs(StandInCall call) {
    letGo();
    send();
    return call.is("write") ? (Object) 0 : null; // As of a channel that is full.
  }

  private @Nullable Object requestOutput(StandInCall call) {
    wanted = true;
    return call.passTo(control, call.arguments());
  }

  private @Nullable Object end(StandInCall call) {
    whole = true;
    end = call;
    if (!form.isDecided()) {
      end();
    }
    return send();
  }

  /** No more of it is looked at. */
  private void end() {
    release(told == UNKNOWN || form.isOf(told) ? form.whole() : form.part());
  }

  private @Nullable Object write(ByteBuffer part) {
    if (channel == null) {
      return writeAhead(part);
    }
    int count = part.remaining();
    if (form.isHolding()) {
      byte[] passing = form.add(part);
      if (!form.isHolding()) {
        release(passing);
        send();
      } else if (count > 0) {
        askForMore();
      }
      return count;
    }
    send();
    return size() > 0 || !part.hasRemaining()
        ? 0 // As of a channel that is full; one that was told all takes not even nothing.
        : passed(part);
  }

  /** Takes no more than is told, as the client: of a body that is longer it takes that much. */
  private int writeAhead(ByteBuffer part) {
    int count = (int) Math.min(part.remaining(), told - size());
    if (count <= 0 && part.hasRemaining()) {
      letGo();
      rethrow(new IllegalStateException("more than the length that is told"));
    }
    ByteBuffer taken = part.duplicate().limit(part.position() + count);
    byte[] passing = form.add(taken);
    if (!form.isHolding()) {
      release(passing);
    }
    part.position(taken.position());
    cut = part.hasRemaining();
    if (cut) {
      letGo();
    }
    return count;
  }

  /** What is held does not wake the connection as a write does. */
  private void askForMore() {
    wanted = true;
    if (control != null) {
      HostCalls.pass(control, "requestOutput");
    }
  }

  private @Nullable Object passed(ByteBuffer part) {
    ByteBuffer before = part.duplicate();
    Object answer = HostCalls.pass(channel(), "write", part);
    form.add(before.limit(part.position()));
    return answer;
  }

  private Object channel() {
    return Objects.requireNonNull(channel);
  }

  /** Sends on what the channel takes. */
  synchronized @Nullable Object send() {
    if (channel == null || released == null) {
      return null;
    }
    if (released.hasRemaining()) {
      HostCalls.pass(channel, "write", released);
    }
    if (released.hasRemaining()) {
      return control == null ? null : HostCalls.pass(control, "requestOutput");
    }
    StandInCall last = end;
    end = null;
    return last == null ? null : last.passTo(channel, last.arguments());
  }

  /** From now on whatever is written passes, after what is held. */
  synchronized void letGo() {
    release(form.part());
  }

  private void release(byte[] bytes) {
    int waiting = released == null ? 0 : released.remaining();
    ByteBuffer all = ByteBuffer.allocate(waiting + bytes.length);
    if (released != null) {
      all.put(released);
    }
    released = all.put(bytes).flip();
  }
}
