package dev.mcphotfix.agent.oauth.exchange;

import dev.mcphotfix.agent.oauth.decision.Verdict;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request of the host, which several hooks may see one after the other: a rule on the method
 * that builds the form, then the HTTP client's. Thread-safe.
 */
final class Trail {

  private final String id;
  private final ByteBuffer fingerprint;
  private final long since;
  private final Set<String> hooks = new HashSet<>(2);
  private @Nullable Verdict verdict;
  private boolean changed;
  private boolean answered;

  Trail(String id, ByteBuffer fingerprint, long since) {
    this.id = id;
    this.fingerprint = fingerprint;
    this.since = since;
  }

  /** Correlates the entries in the log. */
  String id() {
    return id;
  }

  /** Of the credential that it redeems. */
  ByteBuffer fingerprint() {
    return fingerprint;
  }

  /** Nanoseconds of the clock when it was first seen. */
  long since() {
    return since;
  }

  /** False where the hook saw it before or the server answered: then it is another request. */
  synchronized boolean enters(String hook) {
    return !answered && hooks.add(hook);
  }

  /**
   * Whether this verdict is the one to log: the first one, or one that changes what an outer hook,
   * which may not know the url or the header, left alone.
   *
   * @param observed whether nothing is changed by it
   */
  synchronized boolean decides(Verdict next, boolean observed) {
    boolean decides = verdict == null || (next.changes() && !verdict.changes());
    if (decides) {
      verdict = next;
    }
    changed |= next.changes() && !observed;
    return decides;
  }

  /** Whether an id stands in it that the host did not write, whatever the mode is now. */
  synchronized boolean isChanged() {
    return changed;
  }

  /** The verdict that counts, which may be that of another hook. */
  synchronized Verdict verdictOr(Verdict own) {
    return verdict == null ? own : verdict;
  }

  synchronized boolean isAnswered() {
    return answered;
  }

  /** True once: the innermost HTTP client answers first. */
  synchronized boolean answers() {
    boolean first = !answered;
    answered = true;
    return first;
  }
}
