package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.oauth.decision.LeastRecentlyUsed;
import dev.mcphotfix.agent.oauth.url.CanonicalUrl;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes a request that another hook has seen just before, by the credential in it. The same
 * hook seeing it again is a retry, and so is anything after 30 seconds. Thread-safe.
 */
final class RecentTrails {

  private static final int LIMIT = 256;
  private static final long WINDOW = TimeUnit.SECONDS.toNanos(30);

  private final LongSupplier nanoTime;
  private final Map<ByteBuffer, Trail> recent = new LeastRecentlyUsed<>(LIMIT);

  /** Since when a request of an endpoint passes that is only looked at. */
  private final Map<CanonicalUrl, Long> passing = new LeastRecentlyUsed<>(LIMIT);

  private int count;

  RecentTrails(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  synchronized Trail seen(ByteBuffer fingerprint, String hook) {
    long now = nanoTime.getAsLong();
    Trail known = recent.get(fingerprint);
    if (known != null && now - known.since() <= WINDOW && known.enters(hook)) {
      return known;
    }
    Trail request = new Trail(nextId(), fingerprint, now);
    request.enters(hook);
    recent.put(fingerprint, request);
    return request;
  }

  /** The request that redeems this credential; null where it was answered, or never seen. */
  synchronized @Nullable Trail unanswered(ByteBuffer fingerprint) {
    Trail known = recent.get(fingerprint);
    boolean counts = known != null && isRecent(known.since()) && !known.isAnswered();
    return counts ? known : null;
  }

  /** A request passes there that is decided on when it has left. */
  synchronized void passes(@Nullable CanonicalUrl endpoint) {
    if (endpoint != null) {
      passing.put(endpoint, nanoTime.getAsLong());
    }
  }

  /** Whether one does; anywhere, where the endpoint is null. */
  synchronized boolean isPassing(@Nullable CanonicalUrl endpoint) {
    if (endpoint != null) {
      Long since = passing.get(endpoint);
      return since != null && isRecent(since);
    }
    return passing.values().stream().anyMatch(this::isRecent);
  }

  private boolean isRecent(long since) {
    return nanoTime.getAsLong() - since <= WINDOW;
  }

  /** An id for a request of which nothing could be read. */
  synchronized String nextId() {
    count++;
    return Integer.toHexString(0x10000 | (count & 0xffff)).substring(1);
  }
}
