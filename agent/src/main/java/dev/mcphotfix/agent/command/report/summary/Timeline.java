package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.log.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts over time, in equal steps that widen as the logs go further apart: never more than {@value
 * #MOST} of them, in whatever order the logs are read.
 */
public final class Timeline {

  private static final int MOST = 72;

  private static final List<Duration> WIDTHS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(30),
          Duration.ofDays(365),
          Duration.ofDays(3650));

  private TreeMap<Long, Counts> steps = new TreeMap<>();
  private int width;

  /**
   * What there was in one step.
   *
   * @param start of the step, milliseconds of the epoch
   */
  public record Step(long start, Counts counts) {}

  void add(long time, Outcome outcome) {
    while (span(index(time)) > MOST) {
      widen();
    }
    steps.computeIfAbsent(index(time), any -> new Counts()).add(outcome);
  }

  /** How long a step is. */
  public Duration width() {
    return WIDTHS.get(width);
  }

  /** From the first with anything in it to the last, and the empty ones between them. */
  public List<Step> steps() {
    List<Step> all = new ArrayList<>();
    if (!steps.isEmpty()) {
      for (long index = steps.firstKey(); index <= steps.lastKey(); index++) {
        Counts counts = steps.getOrDefault(index, new Counts());
        all.add(new Step(index * width().toMillis(), counts));
      }
    }
    return all;
  }

  private long index(long time) {
    return Math.floorDiv(time, width().toMillis());
  }

  private long span(long index) {
    return steps.isEmpty()
        ? 1
        : Math.max(index, steps.lastKey()) - Math.min(index, steps.firstKey()) + 1;
  }

  private void widen() {
    long narrow = width().toMillis();
    width++;
    TreeMap<Long, Counts> wide = new TreeMap<>();
    for (Map.Entry<Long, Counts> step : steps.entrySet()) {
      long index = index(step.getKey() * narrow);
      wide.computeIfAbsent(index, any -> new Counts()).add(step.getValue());
    }
    steps = wide;
  }
}
