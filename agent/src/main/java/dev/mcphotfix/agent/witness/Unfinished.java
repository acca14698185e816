package dev.mcphotfix.agent.witness;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Requests of which more is to come, each with its connection, which is not kept alive for it. The
 * oldest of more than {@value #MOST} is given up. Thread-safe; nearly always empty, which costs one
 * look.
 */
final class Unfinished {

  private static final int MOST = 64;

  private final Deque<Begun> begun = new ArrayDeque<>();
  private volatile boolean empty = true;

  /** What that connection has begun, which is no longer kept here; null where it has not. */
  @Nullable Post take(Object connection) {
    return empty ? null : taken(connection);
  }

  private synchronized @Nullable Post taken(Object connection) {
    Post found = null;
    for (Iterator<Begun> all = begun.iterator(); all.hasNext(); ) {
      Begun each = all.next();
      Object known = each.connection().get();
      if (known == null || known == connection) {
        all.remove();
        found = known == null ? found : each.post();
      }
    }
    empty = begun.isEmpty();
    return found;
  }

  synchronized void keep(Object connection, Post post) {
    if (begun.size() == MOST) {
      begun.removeFirst();
    }
    begun.addLast(new Begun(new WeakReference<>(connection), post));
    empty = false;
  }

  private record Begun(WeakReference<Object> connection, Post post) {}
}
