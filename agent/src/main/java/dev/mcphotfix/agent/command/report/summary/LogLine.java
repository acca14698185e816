package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Event;
import dev.mcphotfix.agent.log.Notice;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads one line of a JSON log. Keys that the log does not have are passed over. */
final class LogLine {

  private static final Set<String> KEYS =
      Set.of(
          "time",
          "level",
          "event",
          "server",
          "endpoint",
          "reason",
          "hook",
          "request",
          "status",
          "error",
          "error_description",
          "advice",
          "host",
          "pid");

  private static final Map<String, Event> EVENTS =
      Stream.<Event[]>of(Action.values(), Notice.values())
          .flatMap(Arrays::stream)
          .collect(Collectors.toUnmodifiableMap(Event::text, event -> event));

  /** A log of another time is none of this agent's, and would make a step of a chart a century. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private final JsonFactory factory = new JsonFactory();

  /** The entry; null where the line is no entry of a JSON log. */
  @Nullable LogEntry read(byte[] line, int length) {
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), line, 0, length)) {
      Map<String, String> values = values(parser);
      return values == null ? null : entry(values);
    } catch (JacksonException | DateTimeParseException bad) {
      return null;
    }
  }

  private static @Nullable Map<String, String> values(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return null;
    }
    Map<String, String> values = new HashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.VALUE_STRING && KEYS.contains(key)) {
        values.put(key, parser.getString());
      }
      parser.skipChildren();
    }
    return parser.nextToken() == null ? values : null;
  }

  private static @Nullable LogEntry entry(Map<String, String> values) {
    String time = values.get("time");
    String level = values.get("level");
    String event = values.get("event");
    if (time == null || level == null || event == null) {
      return null;
    }
    Instant instant = Instant.parse(time);
    return instant.isBefore(EARLIEST) || instant.isAfter(LATEST)
        ? null
        : entry(instant.toEpochMilli(), level, event, values);
  }

  private static LogEntry entry(long time, String level, String event, Map<String, String> values) {
    return new LogEntry(
        time,
        level,
        EVENTS.get(event),
        values.get("server"),
        values.get("endpoint"),
        values.get("reason"),
        values.get("hook"),
        values.get("request"),
        values.get("status"),
        values.get("error"),
        values.get("error_description"),
        values.get("advice"),
        values.get("host"),
        values.get("pid"));
  }
}
