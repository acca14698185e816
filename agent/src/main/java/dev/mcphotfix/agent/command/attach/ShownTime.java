package dev.mcphotfix.agent.command.attach;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * The times of an agent as a person reads them: in one zone, which is told.
 *
 * @param clock with the time zone of the person
 */
record ShownTime(Clock clock) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssX", Locale.ROOT);

  String of(Instant time) {
    return TIME.format(time.atZone(clock.getZone()));
  }

  /** What is no instant stays as it is. */
  String of(String text) {
    try {
      return of(Instant.parse(text));
    } catch (DateTimeParseException strange) {
      return text;
    }
  }

  /** What is no instant stays as it is. */
  String ago(String text) {
    try {
      return since(Instant.parse(text)) + " ago";
    } catch (DateTimeParseException strange) {
      return "at " + text;
    }
  }

  /** In the two largest units. */
  String since(Instant time) {
    Duration span = Duration.between(time, clock.instant());
    if (span.toMinutes() < 1) {
      return Math.max(0, span.toSeconds()) + " s";
    }
    if (span.toHours() < 1) {
      return span.toMinutes() + " min";
    }
    return span.toDays() < 1
        ? span.toHours() + " h " + span.toMinutesPart() + " min"
        : span.toDays() + " d " + span.toHoursPart() + " h";
  }
}
