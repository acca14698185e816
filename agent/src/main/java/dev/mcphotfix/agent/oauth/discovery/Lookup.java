package dev.mcphotfix.agent.oauth.discovery;

import dev.mcphotfix.agent.oauth.decision.AuthorizationServerDirectory.AuthorizationServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One discovery, under way or done. Any thread may wait for it; it ends once. */
final class Lookup {

  /** Milliseconds. What is under way may just have begun to connect. */
  private static final long ASK_AGAIN = 50;

  private final CountDownLatch done = new CountDownLatch(1);
  private final long started = System.nanoTime();
  private final List<AuthorizationServer> before;
  private final Set<String> learned;
  private volatile List<AuthorizationServer> servers = List.of();
  private volatile long expires;

  /** Guarded by this. */
  private final List<Runnable> waiting = new ArrayList<>();

  /** Takes over what an earlier lookup found, for use while the network fails. */
  Lookup(@Nullable Lookup earlier) {
    this.before = earlier == null ? List.of() : earlier.servers;
    this.learned = earlier == null ? Set.of() : earlier.issuers();
  }

  /** The issuers that were found first; empty before the first success. */
  Set<String> learned() {
    return learned;
  }

  private Set<String> issuers() {
    if (!learned.isEmpty()) {
      return learned;
    }
    Set<String> issuers = new HashSet<>();
    for (AuthorizationServer server : servers) {
      issuers.add(server.issuer());
    }
    return issuers;
  }

  boolean expired(long now) {
    return done.getCount() == 0 && now >= expires;
  }

  /** Ends without a finding, unless it has ended: what was known before still holds. */
  void fail(long until) {
    succeed(before, until);
  }

  /** Ends with a finding, unless it has ended. */
  void succeed(List<AuthorizationServer> found, long until) {
    end(found, until);
    goOn();
  }

  private synchronized void end(List<AuthorizationServer> found, long until) {
    if (done.getCount() > 0) {
      servers = found;
      expires = until;
      done.countDown();
    }
  }

  /** Whether it may still be waited for, if no longer than so many milliseconds. */
  boolean isUnderWay(long limit) {
    return done.getCount() > 0 && left(limit) > 0;
  }

  /** Has something run when it has ended or the limit is over; false where that is so already. */
  synchronized boolean await(long limit, Runnable then) {
    return isUnderWay(limit) && waiting.add(then);
  }

  private void goOn() {
    for (Runnable next : takeWaiting()) {
      try {
        next.run();
      } catch (Throwable e) { // Of one request, and none of the others' business.
      }
    }
  }

  private synchronized List<Runnable> takeWaiting() {
    List<Runnable> taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }

  /** Whether nothing was known before. */
  boolean isFirst() {
    return before.isEmpty();
  }

  /**
   * Waits until this has ended; from so many milliseconds on, asks again and again for its end, and
   * lets go who waits when the limit is over. For a thread of the agent.
   */
  void endAfter(long budget, long limit, Runnable end) {
    try {
      boolean ended = done.await(budget, TimeUnit.MILLISECONDS);
      while (!ended) {
        if (!isUnderWay(limit)) {
          goOn();
        }
        end.run();
        ended = done.await(ASK_AGAIN, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What was found, at the latest that many milliseconds after the start of this lookup, so that
   * one slow server holds up the host's threads once and not again and again.
   */
  List<AuthorizationServer> await(long limit) {
    try {
      return done.await(left(limit), TimeUnit.NANOSECONDS) ? servers : before;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return before;
    }
  }

  /** What was found, without waiting. */
  List<AuthorizationServer> known() {
    return done.getCount() == 0 ? servers : before;
  }

  private long left(long limit) {
    return TimeUnit.MILLISECONDS.toNanos(limit) - (System.nanoTime() - started);
  }
}
