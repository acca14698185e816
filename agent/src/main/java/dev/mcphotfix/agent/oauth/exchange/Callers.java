package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.host.caller.CallPath;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who has a library send a form that it sends on a thread of its own, on whose stack none of the
 * host's methods is. Remembers a few for half a minute. Thread-safe.
 */
public final class Callers {

  private static final int MOST = 64;
  private static final long WINDOW = TimeUnit.SECONDS.toNanos(30);

  private final Deque<Caller> recent = new ArrayDeque<>();
  private final LongSupplier nanoTime;

  Callers(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * A thread of the host has a request sent there.
   *
   * @param certain whether it is a form: what may be none takes the place of the last such one
   */
  public synchronized void note(@Nullable CanonicalUrl endpoint, CallPath path, boolean certain) {
    long now = nanoTime.getAsLong();
    forget(now);
    if (!certain && endpoint == null) {
      return; // It would never be found.
    }
    if (!certain) {
      recent.removeIf(other -> !other.certain() && other.isTo(endpoint));
    }
    if (recent.size() == MOST) {
      recent.removeLast();
    }
    recent.addFirst(new Caller(endpoint, path, certain, now));
  }

  /**
   * The path of a request that leaves now; where that has none of the host's methods, the one of
   * the last thread that had a request sent there, which is forgotten.
   *
   * @param endpoint null where it was not seen: then whoever is the only one, with that library
   */
  public synchronized CallPath of(CallPath leaving, @Nullable CanonicalUrl endpoint) {
    forget(nanoTime.getAsLong());
    Caller caller = endpoint == null ? only() : last(endpoint);
    if (caller == null || (endpoint == null && !caller.path().isOfSameLibrary(leaving))) {
      return leaving;
    }
    recent.remove(caller);
    return leaving.own().isEmpty() ? caller.path() : leaving;
  }

  private @Nullable Caller last(CanonicalUrl endpoint) {
    for (Caller each : recent) {
      if (each.isTo(endpoint)) {
        return each;
      }
    }
    return null;
  }

  private @Nullable Caller only() {
    Iterator<Caller> certain = recent.stream().filter(Caller::certain).iterator();
    Caller first = certain.hasNext() ? certain.next() : null;
    return certain.hasNext() ? null : first;
  }

  private void forget(long now) {
    recent.removeIf(caller -> now - caller.since() > WINDOW);
  }

  private record Caller(
      @Nullable CanonicalUrl endpoint, CallPath path, boolean certain, long since) {

    boolean isTo(@Nullable CanonicalUrl url) {
      return url != null && url.equals(endpoint);
    }
  }
}
