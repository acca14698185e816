package dev.mcphotfix.agent.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Finds out where the members of the objects in a JSON text (RFC 8259) are. */
final class JsonReader {

  private static final JsonFactory JSON = new JsonFactory();

  private final String text;
  private final List<JsonEdit> edits;
  private final JsonParser parser;

  private JsonReader(String text, List<JsonEdit> edits, JsonParser parser) {
    this.text = text;
    this.edits = edits;
    this.parser = parser;
  }

  /**
   * Reads the one object that the text consists of.
   *
   * @param edits gets the changes that are made to the object or to one inside it
   * @throws UnreadableRecordException where the text is anything else
   */
  static JsonObject read(String text, List<JsonEdit> edits) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      return new JsonReader(text, edits, parser).document();
    } catch (JacksonException e) {
      throw new UnreadableRecordException("not JSON");
    }
  }

  private JsonObject document() {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new UnreadableRecordException("not a JSON object");
    }
    JsonObject document = object();
    if (parser.nextToken() != null) {
      throw new UnreadableRecordException("more than one JSON value");
    }
    return document;
  }

  private JsonObject object() {
    List<JsonMember> members = new ArrayList<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      members.add(member());
    }
    return new JsonObject(text, edits, members, position(parser.currentTokenLocation(), '}'));
  }

  private JsonMember member() {
    String name = parser.currentName();
    int nameStart = position(parser.currentTokenLocation(), '"');
    JsonToken token = parser.nextToken();
    int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
    Object value = value(token);
    int end = Math.toIntExact(parser.currentLocation().getCharOffset());
    return new JsonMember(name, nameStart, start, end, value);
  }

  private @Nullable Object value(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object();
      case VALUE_STRING -> parser.getString();
      case VALUE_NULL -> null;
      default -> {
        parser.skipChildren();
        yield JsonMember.OTHER;
      }
    };
  }

  /** A splice at a wrong place would destroy the record, so each place is looked at. */
  private int position(TokenStreamLocation location, char expected) {
    int position = Math.toIntExact(location.getCharOffset());
    if (text.charAt(position) != expected) {
      throw new UnreadableRecordException("position not found");
    }
    return position;
  }
}
