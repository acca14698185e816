package dev.mcphotfix.agent.http.netty;

import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.HeldForm;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is held of one token request that Netty sends, and how it goes out: as it came, or with
 * another form and its length. Used by the channel's event loop.
 */
final class NettyHeld {

  private final NettyRequest request;
  private final Attempt attempt;
  private final HeldForm form;
  private boolean isHeld;
  private boolean headIsHeld;

  /** In bytes, of what will not be written by the host again. */
  private int kept;

  /** What the host wrote last of what is whole, as it came; null while its end has not come. */
  private @Nullable Object last;

  NettyHeld(NettyRequest request, Attempt attempt, HeldForm form) {
    this.request = request;
    this.attempt = attempt;
    this.form = form;
  }

  boolean isHeld() {
    return isHeld;
  }

  /** Whether what is held will never be sent. */
  boolean isAbandoned() {
    return isHeld && request.isAbandoned();
  }

  /** Holds what the form holds, and perhaps the head. */
  void begin(boolean withHead) {
    isHeld = form.isHolding();
    headIsHeld = isHeld && withHead;
    keep();
  }

  /** What has come of it so far will not come again. */
  void keep() {
    kept = form.size();
  }

  /** Holds the last part too, as it came, or all of the request in one. */
  void hold(Object own) {
    isHeld = true;
    last = own;
  }

  @Nullable Object last() {
    return last;
  }

  /** All of it is written by somebody else. */
  void isWritten() {
    isHeld = false;
  }

  /** Null where it goes out as it came. */
  @Nullable Object whole(Object context, byte[] rest, Object own) {
    byte[] whole = form.whole(rest);
    if (!attempt.isChanged()) {
      return null;
    }
    Object sent = request.last(whole, own);
    Object head = headIsHeld ? request.head(whole.length) : null;
    isHeld = false;
    if (head != null) {
      NettyWriter.write(context, head);
    }
    return sent;
  }

  /** All of it is there, though its end is not: nothing is waited for that need not come. */
  Object asTold(Object context) {
    byte[] whole = form.whole();
    Object content = request.content(whole);
    Object changed = headIsHeld && attempt.isChanged() ? request.head(whole.length) : null;
    if (changed == null) {
      writeHead(context);
    } else {
      isHeld = false;
      NettyWriter.write(context, changed);
    }
    return content;
  }

  /** It passes from now on. */
  Object released(Object context, byte[] passing) {
    Object content = request.content(passing);
    writeHead(context);
    return content;
  }

  /** Writes what is held, but for what comes now. */
  void writeAsItCame(Object context) {
    try {
      form.part();
      byte[] own = Arrays.copyOf(form.own(), kept);
      writeHead(context);
      if (own.length > 0) {
        NettyWriter.write(context, request.content(own));
      }
      if (last != null) {
        NettyWriter.write(context, last);
      }
    } catch (RuntimeException | LinkageError failure) {
      attempt.failures().accept(failure);
    }
  }

  private void writeHead(Object context) {
    isHeld = false;
    if (headIsHeld) {
      NettyWriter.write(context, request.head());
    }
  }
}
