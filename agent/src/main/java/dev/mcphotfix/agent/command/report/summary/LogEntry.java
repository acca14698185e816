package dev.mcphotfix.agent.command.report.summary;

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
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

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
  private static final JsonFactory FACTORY = new JsonFactory();

  /** The entry; null where the line is none of a JSON log. */
  static @Nullable LogEntry read(byte[] line, int length) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line, 0, length)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? of(texts(parser), parser) : null;
    } catch (JacksonException | DateTimeParseException bad) {
      return null;
    }
  }

  private static Map<String, String> texts(JsonParser parser) {
    Map<String, String> texts = new HashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(key, parser.getString());
      }
      parser.skipChildren();
    }
    return texts;
  }

  private static @Nullable LogEntry of(Map<String, String> texts, JsonParser rest) {
    String time = texts.get("time");
    String level = texts.get("level");
    String event = texts.get("event");
    if (rest.nextToken() != null || time == null || level == null || event == null) {
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
