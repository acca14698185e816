package dev.mcphotfix.agent.command.report.summary;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Counts by a name. What comes after the first thousand names is counted together. */
public final class Tally {

  /** Stands for all names for which there was no room; no name in a log has a bracket first. */
  static final String MORE = "(more)";

  private static final int MOST = 1000;

  private final Map<String, Counts> counts = new TreeMap<>();

  void add(String name, Outcome outcome) {
    boolean room = counts.size() < MOST || counts.containsKey(name);
    counts.computeIfAbsent(room ? name : MORE, any -> new Counts()).add(outcome);
  }

  /** In the order of the names. */
  public Map<String, Counts> counts() {
    return Collections.unmodifiableMap(counts);
  }
}
