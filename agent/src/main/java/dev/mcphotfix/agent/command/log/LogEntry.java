package dev.mcphotfix.agent.command.log;

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
public record LogEntry(
    long time, String level, @Nullable Event event, Map<String, @Nullable Object> members) {

  private static final Map<String, Event> EVENTS =
      Stream.<Event[]>of(Action.values(), Notice.values())
          .flatMap(Arrays::stream)
          .collect(Collectors.toUnmodifiableMap(Event::text, event -> event));

  /** A log of another time is none of this agent's, and would make a step of a chart a century. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  /** The entry with these members; null where they are of something else. */
  public static @Nullable LogEntry of(Map<String, @Nullable Object> members) {
    try {
      return read(members);
    } catch (DateTimeParseException bad) {
      return null;
    }
  }

  private static @Nullable LogEntry read(Map<String, @Nullable Object> members) {
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

  /** Null where it is not there, or no text. */
  public @Nullable String text(String key) {
    return text(members, key);
  }

  /** {@code other} where it is not there, or no text. */
  public String textOr(String key, String other) {
    String text = text(key);
    return text == null ? other : text;
  }

  /** Whether the operator should look. */
  boolean warns() {
    return level.equals("WARN");
  }

  /** A number that is not negative; 0 where it is not there. */
  public long count(String key) {
    String count = textOr(key, "");
    return count.matches("[0-9]{1,9}") ? Long.parseLong(count) : 0;
  }

  private static @Nullable String text(Map<String, @Nullable Object> members, String key) {
    return members.get(key) instanceof String text ? text : null;
  }
}
