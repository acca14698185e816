package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.log.Outcome;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts by a name. */
public final class Tally {

  private static final int MOST_SHOWN = 1000;

  /** More names than any fleet has; what comes after them is counted together. */
  private static final int MOST = 100_000;

  private final Map<String, Counts> counts = new HashMap<>();

  void add(String name, Outcome outcome) {
    boolean room = counts.size() < MOST || counts.containsKey(name);
    counts.computeIfAbsent(room ? name : Bounded.MORE, any -> new Counts()).add(outcome);
  }

  /** Those first with something to look at, then by name; so many at most, the others as one. */
  public Map<String, Counts> counts() {
    Comparator<Map.Entry<String, Counts>> worstFirst =
        Comparator.comparing(each -> each.getValue().needingAttention() == 0);
    Map<String, Counts> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(worstFirst.thenComparing(Map.Entry.comparingByKey()))
        .forEach(each -> sorted.put(each.getKey(), each.getValue()));
    return Bounded.shown(sorted, MOST_SHOWN, Tally::together);
  }

  private static Counts together(Collection<Counts> others) {
    Counts together = new Counts();
    others.forEach(together::add);
    return together;
  }
}
