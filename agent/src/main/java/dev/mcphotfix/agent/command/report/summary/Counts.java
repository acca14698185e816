package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.log.Outcome;
import java.util.EnumMap;
import java.util.Map;

/** How many there were of each outcome. */
public final class Counts {

  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

  void add(Outcome outcome) {
    add(outcome, 1);
  }

  void add(Counts others) {
    others.counts.forEach(this::add);
  }

  private void add(Outcome outcome, long count) {
    counts.merge(outcome, count, Long::sum);
  }

  public long of(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many somebody should look at. */
  public long needingAttention() {
    long needing = 0;
    for (Map.Entry<Outcome, Long> count : counts.entrySet()) {
      needing += count.getKey().needsAttention() ? count.getValue() : 0;
    }
    return needing;
  }
}
