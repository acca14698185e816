package dev.mcphotfix.agent.log.span;

import org.jspecify.annotations.Nullable;

/**
 * In which spans the last token requests were told: many libraries hand over the answer on a thread
 * that has none. Thread-safe; the lock is held for an instant.
 */
final class RequestSpans {

  private static final int MOST = 64;

  private final @Nullable Told[] last = new @Nullable Told[MOST];
  private int next;

  private record Told(String request, HeldSpan span) {}

  /** The first span counts, in which it was sent. */
  synchronized void told(@Nullable String request, HostSpan span) {
    if (request != null && of(request) == null) {
      last[next] = new Told(request, new HeldSpan(span));
      next = (next + 1) % MOST;
    }
  }

  /** Null where the request is not known. */
  synchronized @Nullable HeldSpan of(@Nullable String request) {
    for (Told told : last) {
      if (told != null && told.request().equals(request)) {
        return told.span();
      }
    }
    return null;
  }
}
