package dev.mcphotfix.agent.log.span;

import dev.mcphotfix.agent.host.AgentThread;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The copies of OpenTelemetry's API in which the calling thread may have a span. Looked for on a
 * thread of the agent's own. Thread-safe.
 */
final class ApiCopies {

  /** From the end of a search to the next: short, as a client may begin with a failed refresh. */
  static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);

  private final ApiSearch search;
  private final Consumer<Throwable> failures;
  private final LongSupplier clock;
  private volatile List<ApiCopy> copies = List.of();
  private boolean looking;
  private long next;

  /**
   * @param failures are told why it was not possible to look
   * @param clock nanoseconds
   */
  ApiCopies(ApiSearch search, Consumer<Throwable> failures, LongSupplier clock) {
    this.search = search;
    this.failures = failures;
    this.clock = clock;
    this.next = clock.getAsLong();
  }

  /** The span of the calling thread that records; null where no copy that is known has one. */
  @Nullable HostSpan current() {
    for (ApiCopy copy : copies) {
      HostSpan span = copy.current();
      if (span != null) {
        return span;
      }
    }
    return null;
  }

  /** Looks anew, unless that was just done; the caller does not wait for it. */
  void look() {
    if (begins()) {
      try {
        new AgentThread(this::find, "mcp-hotfix-spans").start();
      } catch (OutOfMemoryError tooMany) { // Threads of the host's; a later step tries again.
        ended();
      }
    }
  }

  private synchronized boolean begins() {
    boolean begins = !looking && clock.getAsLong() - next >= 0;
    looking |= begins;
    return begins;
  }

  private synchronized void ended() {
    looking = false;
    next = clock.getAsLong() + INTERVAL;
  }

  private void find() {
    try {
      copies = List.copyOf(search.find());
    } catch (Throwable failure) { // Whatever the host's class loaders throw.
      failures.accept(failure);
    } finally {
      ended();
    }
  }
}
