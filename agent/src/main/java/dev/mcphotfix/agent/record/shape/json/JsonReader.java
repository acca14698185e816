package dev.mcphotfix.agent.record.shape.json;

import dev.mcphotfix.agent.record.shape.UnreadableRecordException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Finds out where the members of the objects in a JSON text (RFC 8259) are. */
final class JsonReader {

  /** A number is kept as it is written, however long it is. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build())
          .build();

  private static final JsonFactory WITHOUT_DUPLICATES =
      JSON.rebuild().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String text;
  private final List<JsonEdit> edits;
  private final JsonParser parser;

  private JsonReader(String text, List<JsonEdit> edits, JsonParser parser) {
    this.text = text;
    this.edits = edits;
    this.parser = parser;
  }

  /**
   * Reads the object, or the array, that the text consists of.
   *
   * @param edits gets the changes that are made to an object in it
   * @param strictly whether no object in it may have a name twice
   * @throws UnreadableRecordException where the text is anything else
   */
  static Object read(String text, List<JsonEdit> edits, boolean strictly) {
    JsonFactory json = strictly ? WITHOUT_DUPLICATES : JSON;
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
      return new JsonReader(text, edits, parser).document();
    } catch (StreamConstraintsException e) {
      throw new UnreadableRecordException("nested too deeply, or a name in it is too long");
    } catch (JacksonException e) {
      throw new UnreadableRecordException(objection(e));
    }
  }

  /** Without the parser's own words: they may repeat what stands in the text. */
  private static String objection(JacksonException e) {
    String place = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
    boolean twice = String.valueOf(e.getMessage()).startsWith("Duplicate");
    return twice ? "a name twice" + place : "not JSON" + place;
  }

  private Object document() {
    Object document = value(parser.nextToken());
    if (!(document instanceof JsonObject || document instanceof JsonArray)) {
      throw new UnreadableRecordException("neither a JSON object nor an array");
    }
    if (parser.nextToken() != null) {
      throw new UnreadableRecordException("more than one JSON value");
    }
    return document;
  }

  private JsonArray array() {
    List<@Nullable Object> elements = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      elements.add(value(token));
      token = parser.nextToken();
    }
    return new JsonArray(elements);
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

  private @Nullable Object value(@Nullable JsonToken token) {
    if (token == null) {
      return null;
    }
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> parser.getString();
      case VALUE_NULL -> null;
      default -> JsonMember.OTHER;
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
