package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.oauth.LeastRecentlyUsed;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Recognizes a request that another hook has seen just before, by the credential in it. The same
 * hook seeing it again is a retry, and so is anything after 30 seconds. Thread-safe.
 */
final class RecentRequests {

  private static final int LIMIT = 256;
  private static final long WINDOW = TimeUnit.SECONDS.toNanos(30);

  private final LongSupplier nanoTime;
  private final Map<ByteBuffer, TrackedRequest> recent = new LeastRecentlyUsed<>(LIMIT);
  private int count;

  RecentRequests(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  synchronized TrackedRequest seen(ByteBuffer fingerprint, String hook) {
    long now = nanoTime.getAsLong();
    TrackedRequest known = recent.get(fingerprint);
    if (known != null && now - known.since() <= WINDOW && known.enters(hook)) {
      return known;
    }
    TrackedRequest request = new TrackedRequest(nextId(), fingerprint, now);
    request.enters(hook);
    recent.put(fingerprint, request);
    return request;
  }

  /** An id for a request of which nothing could be read. */
  synchronized String nextId() {
    count++;
    return Integer.toHexString(0x10000 | (count & 0xffff)).substring(1);
  }
}
