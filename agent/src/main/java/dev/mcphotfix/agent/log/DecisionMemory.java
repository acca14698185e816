package dev.mcphotfix.agent.log;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How often each reason was given at each hook, and the last decision there. Thread-safe. */
final class DecisionMemory {

  private final Map<String, Map<String, LongAdder>> reasons = new ConcurrentHashMap<>();

  /** Of them all, what would have been done and was not. */
  private final Map<String, LongAdder> observed = new ConcurrentHashMap<>();

  /** Of each hook; made into an entry for those who ask. */
  private final Map<String, Supplier<TimedEntry>> last = new ConcurrentHashMap<>();

  /**
   * @param told the reason, with what completes it
   */
  void remember(String hook, String told, Event event, Supplier<TimedEntry> decision) {
    String code = Reason.counted(told);
    Map<String, LongAdder> counts = reasons.get(hook);
    if (counts == null) {
      reasons.putIfAbsent(hook, new ConcurrentHashMap<>());
      counts = Objects.requireNonNull(reasons.get(hook));
    }
    count(counts, code);
    if (event instanceof Action action && action.isObserved()) {
      count(observed, code);
    }
    last.put(hook, decision);
  }

  private static void count(Map<String, LongAdder> counts, String code) {
    LongAdder counter = counts.get(code);
    if (counter == null) {
      counts.putIfAbsent(code, new LongAdder());
      counter = Objects.requireNonNull(counts.get(code));
    }
    counter.increment();
  }

  Map<String, Long> reasons(String hook) {
    return sums(reasons.getOrDefault(hook, Map.of()));
  }

  /** Of all hooks together. */
  Map<String, Long> reasons() {
    Map<String, Long> counts = new TreeMap<>();
    for (String hook : reasons.keySet()) {
      reasons(hook).forEach((code, count) -> counts.merge(code, count, Long::sum));
    }
    return counts;
  }

  Map<String, Long> observed() {
    return sums(observed);
  }

  private static Map<String, Long> sums(Map<String, LongAdder> counts) {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((code, count) -> sums.put(code, count.sum()));
    return sums;
  }

  @Nullable TimedEntry last(String hook) {
    Supplier<TimedEntry> decision = last.get(hook);
    return decision == null ? null : decision.get();
  }
}
