package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.terminal.JsonInput;
import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Event;
import dev.mcphotfix.agent.log.Notice;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of a JSON log. The texts are as the log has them, not yet fit to be shown.
 *
 * @param time milliseconds of the epoch
 * @param event null where it is none of this version
 * @param members of which the texts are looked at
 */
record LogEntry(
    long time, String level, @Nullable Event event, Map<String, @Nullable Object> members) {

  private static final Map<String, Event> EVENTS =
      Stream.<Event[]>of(Action.values(), Notice.values())
          .flatMap(Arrays::stream)
          .collect(Collectors.toUnmodifiableMap(Event::text, event -> event));

  /** A log of another time is none of this agent's, and would make a step of a chart a century. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** The entry; null where the line is none of a JSON log. */
  static @Nullable LogEntry read(byte[] line, int length) {
    Map<String, @Nullable Object> members = JsonInput.object(line, length);
    try {
      return members == null ? null : of(members);
    } catch (DateTimeParseException bad) {
      return null;
    }
  }

  private static @Nullable LogEntry of(Map<String, @Nullable Object> members) {
    String time = text(members, "time");
    String level = text(members, "level");
    String event = text(members, "event");
    if (time == null || level == null || event == null) {
      return null;
    }
    Instant instant = Instant.parse(time);
    return instant.isBefore(EARLIEST) || instant.isAfter(LATEST)
        ? null
        : new LogEntry(instant.toEpochMilli(), level, EVENTS.get(event), members);
  }

  @Nullable String text(String key) {
    return text(members, key);
  }

  private static @Nullable String text(Map<String, @Nullable Object> members, String key) {
    return members.get(key) instanceof String text ? text : null;
  }
}
