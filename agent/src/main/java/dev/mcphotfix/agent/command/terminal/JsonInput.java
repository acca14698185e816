package dev.mcphotfix.agent.command.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a JSON object that another process wrote into maps, lists, texts, whole numbers and
 * booleans; what is nested deeper than twenty times is left out, and other numbers are texts.
 */
public final class JsonInput {

  private static final int DEEPEST = 20;
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonInput() {}

  /** Null where so many bytes, in UTF-8, are no JSON object. */
  public static @Nullable Map<String, @Nullable Object> object(byte[] bytes, int length) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, 0, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      Map<String, @Nullable Object> members = members(parser, 0);
      return parser.nextToken() == null ? members : null;
    } catch (JacksonException notJson) {
      return null;
    }
  }

  private static @Nullable Object value(JsonParser parser, JsonToken token, int depth) {
    if (depth > DEEPEST) {
      parser.skipChildren();
      return null;
    }
    return switch (token) {
      case START_OBJECT -> members(parser, depth);
      case START_ARRAY -> items(parser, depth);
      case VALUE_STRING, VALUE_NUMBER_FLOAT -> parser.getString();
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == NumberType.BIG_INTEGER
              ? parser.getString()
              : (Object) parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static Map<String, @Nullable Object> members(JsonParser parser, int depth) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      members.put(name, value(parser, parser.nextToken(), depth + 1));
    }
    return members;
  }

  private static List<@Nullable Object> items(JsonParser parser, int depth) {
    List<@Nullable Object> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(parser, token, depth + 1));
    }
    return items;
  }
}
