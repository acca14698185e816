package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.terminal.JsonInput;
import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Event;
import dev.mcphotfix.agent.log.Notice;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of a JSON log. The texts are as the log has them, not yet fit to be shown.
 *
 * @param time milliseconds of the epoch
 * @param event null where it is none of this version
 * @param texts by their keys; what is no text is left out
 */
record LogEntry(long time, String level, @Nullable Event event, Map<String, String> texts) {

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
      return members == null ? null : of(texts(members));
    } catch (DateTimeParseException bad) {
      return null;
    }
  }

  private static Map<String, String> texts(Map<String, @Nullable Object> members) {
    Map<String, String> texts = new HashMap<>();
    members.forEach(
        (key, value) -> {
          if (value instanceof String text) {
            texts.put(key, text);
          }
        });
    return texts;
  }

  private static @Nullable LogEntry of(Map<String, String> texts) {
    String time = texts.get("time");
    String level = texts.get("level");
    String event = texts.get("event");
    if (time == null || level == null || event == null) {
      return null;
    }
    Instant instant = Instant.parse(time);
    return instant.isBefore(EARLIEST) || instant.isAfter(LATEST)
        ? null
        : new LogEntry(instant.toEpochMilli(), level, EVENTS.get(event), texts);
  }

  @Nullable String text(String key) {
    return texts.get(key);
  }
}
