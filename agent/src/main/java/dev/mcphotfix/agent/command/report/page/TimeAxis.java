package dev.mcphotfix.agent.command.report.page;

import dev.mcphotfix.agent.command.report.summary.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The round times below a chart, in UTC: each day at noon rather than each 25th hour.
 *
 * @param width of a step, milliseconds
 * @param every milliseconds from one such time to the next
 */
record TimeAxis(List<Timeline.Step> steps, long width, long every, DateTimeFormatter format) {

  private static final int MOST = 8;
  private static final Duration DAY = Duration.ofDays(1);

  private static final List<Duration> ROUND =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12),
          DAY,
          Duration.ofDays(7),
          Duration.ofDays(30),
          Duration.ofDays(90),
          Duration.ofDays(365),
          Duration.ofDays(3650));

  static TimeAxis of(List<Timeline.Step> steps, Duration width) {
    long first = steps.get(0).start();
    long span = steps.get(steps.size() - 1).start() - first + 1;
    Duration every =
        ROUND.stream()
            .filter(round -> round.compareTo(width) >= 0 && span / round.toMillis() < MOST)
            .findFirst()
            .orElse(ROUND.get(ROUND.size() - 1));
    boolean oneDay =
        Math.floorDiv(first, DAY.toMillis()) == Math.floorDiv(first + span, DAY.toMillis());
    String pattern = width.compareTo(DAY) >= 0 ? "yyyy-MM-dd" : oneDay ? "HH:mm" : "MM-dd HH:mm";
    DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    return new TimeAxis(steps, width.toMillis(), every.toMillis(), format.withZone(ZoneOffset.UTC));
  }

  /** Below that step; empty for most. */
  String label(int step) {
    long start = steps.get(step).start();
    boolean isRound = Math.floorMod(start, every) < width || steps.size() == 1;
    return isRound ? format.format(Instant.ofEpochMilli(start)) : "";
  }

  /** Whether it may be left out where there is little room. */
  boolean isMinor(int step) {
    return Math.floorMod(steps.get(step).start(), 2 * every) >= width;
  }
}
