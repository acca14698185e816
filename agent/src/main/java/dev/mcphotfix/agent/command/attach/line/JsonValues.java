package dev.mcphotfix.agent.command.attach.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into maps, lists, texts, whole numbers and booleans. */
final class JsonValues {

  private static final int DEEPEST = 20;
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonValues() {}

  /** The object; empty where the text is none. */
  static Map<?, ?> object(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return value(parser, 0) instanceof Map<?, ?> object ? object : Map.of();
    } catch (JacksonException notJson) {
      return Map.of();
    }
  }

  private static @Nullable Object value(JsonParser parser, int depth) {
    JsonToken token = parser.currentToken();
    if (token == null || depth > DEEPEST) {
      parser.skipChildren();
      return null;
    }
    return switch (token) {
      case START_OBJECT -> members(parser, depth);
      case START_ARRAY -> items(parser, depth);
      case VALUE_STRING, VALUE_NUMBER_FLOAT -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static Map<String, @Nullable Object> members(JsonParser parser, int depth) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser, depth + 1));
    }
    return members;
  }

  private static List<@Nullable Object> items(JsonParser parser, int depth) {
    List<@Nullable Object> items = new ArrayList<>();
    while (true) {
      JsonToken token = parser.nextToken();
      if (token == null || token == JsonToken.END_ARRAY) {
        return items;
      }
      items.add(value(parser, depth + 1));
    }
  }
}
