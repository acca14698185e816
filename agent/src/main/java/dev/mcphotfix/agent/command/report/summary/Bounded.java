package dev.mcphotfix.agent.command.report.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Bounds what is shown, never what is counted. */
final class Bounded {

  /** Stands for all names for which there was no room; no name in a log has a bracket first. */
  static final String MORE = "(more)";

  private Bounded() {}

  /** The first of them, and the others together as one that is called {@link #MORE}. */
  static <T> Map<String, T> shown(
      Map<String, T> all, int most, Function<Collection<T>, T> together) {
    if (all.size() <= most) {
      return all;
    }
    Map<String, T> shown = new LinkedHashMap<>();
    List<T> others = new ArrayList<>();
    for (Map.Entry<String, T> each : all.entrySet()) {
      if (shown.size() < most) {
        shown.put(each.getKey(), each.getValue());
      } else {
        others.add(each.getValue());
      }
    }
    shown.put(MORE, together.apply(others));
    return shown;
  }
}
