package dev.mcphotfix.agent.oauth.discovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The strings and lists of strings of a metadata document (RFC 8414, RFC 9728). */
final class MetadataDocument {

  private static final String ALIASES = "mtls_endpoint_aliases";
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, List<String>> values = new HashMap<>();

  private MetadataDocument() {}

  /** The document; null where the bytes are no JSON object. */
  static @Nullable MetadataDocument parse(byte[] json) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      MetadataDocument document = new MetadataDocument();
      document.read(parser, "");
      return document;
    } catch (JacksonException e) {
      return null;
    }
  }

  private void read(JsonParser parser, String prefix) {
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      String key = prefix + name;
      if (token == JsonToken.VALUE_STRING) {
        add(key, parser.getString());
      } else if (token == JsonToken.START_ARRAY) {
        readStrings(parser, key);
      } else if (token == JsonToken.START_OBJECT && key.equals(ALIASES)) {
        read(parser, ALIASES + '.');
      } else {
        parser.skipChildren();
      }
    }
  }

  private void readStrings(JsonParser parser, String key) {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == JsonToken.VALUE_STRING) {
        add(key, parser.getString());
      } else {
        parser.skipChildren();
      }
    }
  }

  private void add(String key, String value) {
    values.computeIfAbsent(key, absent -> new ArrayList<>()).add(value);
  }

  /** The only value of that name; null where there is none, and where there are two. */
  @Nullable String one(String key) {
    List<String> all = all(key);
    return all.size() == 1 ? all.get(0) : null;
  }

  List<String> all(String key) {
    return values.getOrDefault(key, List.of());
  }

  /** The endpoint and its alias for clients with a certificate (RFC 8705 section 5). */
  List<String> endpoints(String key) {
    List<String> endpoints = new ArrayList<>(all(key));
    endpoints.addAll(all(ALIASES + '.' + key));
    return endpoints;
  }
}
