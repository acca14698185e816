package dev.mcphotfix.agent.command.report.summary;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a report writes times, all in UTC as the log does. */
public final class Times {

  private static final DateTimeFormatter SECOND = format("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter MINUTE = format("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter CLOCK = format("HH:mm:ss");
  private static final DateTimeFormatter DAY = format("yyyy-MM-dd");

  private Times() {}

  public static String second(long time) {
    return SECOND.format(at(time));
  }

  /** From one time to another, without saying again what is the same. */
  public static String span(long first, long last) {
    if (second(first).equals(second(last))) {
      return second(first);
    }
    boolean oneDay = DAY.format(at(first)).equals(DAY.format(at(last)));
    return second(first) + " to " + (oneDay ? CLOCK.format(at(last)) : second(last));
  }

  /** As exact as a step of that width needs it. */
  public static String step(long time, Duration width) {
    DateTimeFormatter format = width.toDays() > 0 ? DAY : MINUTE;
    return format.format(at(time));
  }

  public static String width(Duration width) {
    if (width.toDays() > 0) {
      return plural(width.toDays(), "day");
    }
    return width.toHours() > 0
        ? plural(width.toHours(), "hour")
        : plural(width.toMinutes(), "minute");
  }

  private static String plural(long count, String unit) {
    return count == 1 ? unit : count + " " + unit + "s";
  }

  private static Instant at(long time) {
    return Instant.ofEpochMilli(time);
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
