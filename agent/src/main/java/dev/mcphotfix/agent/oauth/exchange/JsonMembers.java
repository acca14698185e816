package dev.mcphotfix.agent.oauth.exchange;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads the text members at the top of a JSON object (RFC 8259), which is all that a token response
 * is asked for. Text that is cut off or no JSON yields the members up to there.
 *
 * <p>Loaded, and Jackson with it, when the first answer is read; a request never waits for it.
 */
final class JsonMembers {

  /** As lenient about text as servers are. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  private JsonMembers() {}

  static Map<String, String> of(String json) {
    Map<String, String> members = new HashMap<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        readInto(members, parser);
      }
    } catch (JacksonException cutOff) { // What was read before it still counts.
    }
    return members;
  }

  private static void readInto(Map<String, String> members, JsonParser parser) {
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        members.put(name, parser.getString());
      } else {
        parser.skipChildren();
      }
    }
  }
}
