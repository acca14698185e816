package dev.mcphotfix.agent.http.jdk;

import dev.mcphotfix.agent.host.JvmPool;
import dev.mcphotfix.agent.http.Attempt;
import dev.mcphotfix.agent.http.HeldForm;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a host's publisher and what sends its body: holds the body until it is decided
 * about, asking for it bit by bit, and then hands on what was held and the rest. What is whole and
 * hangs on a discovery that is under way is held on; no thread waits for that.
 */
final class HeldSubscriber implements Flow.Subscriber<ByteBuffer> {

  private final Attempt attempt;
  private final long told;

  private static final byte[] NOTHING = {};

  /**
   * Used by signals of the publisher, which come one at a time, and by what goes on after a
   * discovery; under its own lock, with which nothing of the host's is called.
   */
  private final HeldForm form;

  /** Whether it is whole, and held for a discovery. Guarded by the form. */
  private boolean pending;

  /** Whether the publisher has completed meanwhile. Guarded by the form. */
  private boolean complete;

  private final HostSubscription source = new HostSubscription();
  private final HeldSubscription onward = new HeldSubscription(source);
  private final CompletableFuture<?> decided = new CompletableFuture<>();
  private boolean letGo;
  private long length;

  /**
   * @param told in bytes; negative where it is not known
   */
  HeldSubscriber(Attempt attempt, long told) {
    this.attempt = attempt;
    this.told = told;
    length = told;
    form = new HeldForm(attempt, told);
    form.add(new byte[0], 0, 0);
    if (!form.isHolding()) {
      onward.open();
    }
  }

  /** Completed when nothing is held any more. */
  CompletableFuture<?> decided() {
    return decided;
  }

  /** Of the body that is handed on, in bytes; negative where it is not known. */
  synchronized long length() {
    return length;
  }

  /** Nobody waits for the decision any more: whatever comes of it, the length is as it was told. */
  void letGo() {
    synchronized (this) {
      letGo = true;
    }
    decided.complete(null);
  }

  /** Hands on to this one from now on. */
  void subscribe(Flow.Subscriber<? super ByteBuffer> sender) {
    onward.subscribe(sender);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source.begin(Objects.requireNonNull(subscription));
  }

  @Override
  public void onNext(ByteBuffer buffer) {
    synchronized (form) {
      add(buffer);
    }
    source.came();
    proceed();
  }

  private void add(ByteBuffer buffer) {
    boolean held = form.isHolding();
    byte[] passing = form.add(buffer.duplicate());
    pending = false;
    if (!held) {
      onward.add(buffer);
    } else if (!form.isHolding()) {
      release(passing, told);
    } else if (form.isAsTold()) {
      whole();
    }
  }

  @Override
  public void onError(Throwable cause) {
    Objects.requireNonNull(cause);
    synchronized (form) {
      pending = false;
      boolean held = form.isHolding();
      byte[] part = form.part();
      if (held) {
        release(part, told);
      }
    }
    end(cause);
  }

  @Override
  public void onComplete() {
    synchronized (form) {
      complete = true;
      whole();
      if (pending) {
        return;
      }
    }
    end(null);
  }

  /** By a thread of neither the publisher nor the agent, which hooks would be blind on. */
  private void goOnSoon() {
    JvmPool.run(this::goOn);
  }

  private void goOn() {
    boolean ends;
    synchronized (form) {
      if (!pending) {
        return;
      }
      whole();
      ends = complete && !pending;
    }
    if (ends) {
      end(null);
    } else {
      proceed();
    }
  }

  private void whole() {
    boolean held = form.isHolding();
    pending = held && !isLetGo() && form.awaits(NOTHING, this::goOnSoon);
    if (pending) {
      return;
    }
    byte[] body = isLetGo() ? form.part() : form.whole();
    if (held) {
      release(body, told < 0 || !attempt.isChanged() ? told : body.length);
    }
  }

  private synchronized boolean isLetGo() {
    return letGo;
  }

  /** Hands on what was held; another form comes too late where nobody has waited for it. */
  private synchronized void release(byte[] body, long newLength) {
    length = letGo ? told : newLength;
    byte[] sent = letGo && attempt.isChanged() ? form.own() : body;
    if (sent.length > 0) {
      onward.add(ByteBuffer.wrap(sent));
    }
    onward.open();
  }

  private void end(@Nullable Throwable cause) {
    source.end();
    onward.end(cause);
    proceed();
  }

  private void proceed() {
    boolean holding;
    synchronized (form) {
      holding = form.isHolding();
      if (pending) {
        return;
      }
    }
    if (holding) {
      source.ask();
    } else {
      decided.complete(null);
      onward.emit();
    }
  }
}
