package dev.mcphotfix.agent.witness;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows what a connection that sent a part only, or nothing yet, is given once more: the same
 * credential within two seconds. Remembers no more than a hash of it. Thread-safe.
 */
final class Repeats {

  private static final int MOST = 64;
  private static final long WINDOW = TimeUnit.SECONDS.toNanos(2);

  private final Deque<Told> recent = new ArrayDeque<>();
  private final LongSupplier nanoTime;

  Repeats(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Whether it was there before; it is from now on.
   *
   * @param way where it goes, and how; null where that was not seen, as of the rest of a request
   */
  synchronized boolean has(Object connection, String identity, @Nullable String way) {
    long now = nanoTime.getAsLong();
    int hash = identity.hashCode();
    int wayHash = way == null ? 0 : way.hashCode();
    recent.removeIf(told -> now - told.since() > WINDOW || told.connection().get() == null);
    for (Told told : recent) {
      boolean same = way == null || told.way() == wayHash;
      if (same && told.hash() == hash && told.connection().get() == connection) {
        return true;
      }
    }
    if (recent.size() == MOST) {
      recent.removeFirst();
    }
    recent.addLast(new Told(new WeakReference<>(connection), hash, wayHash, now));
    return false;
  }

  private record Told(WeakReference<Object> connection, int hash, int way, long since) {}
}
