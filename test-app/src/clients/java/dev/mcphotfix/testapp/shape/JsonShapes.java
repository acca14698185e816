package dev.mcphotfix.testapp.shape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import jakarta.json.Json;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kotlinx.serialization.json.JsonElementKt;
import org.json.JSONObject;
import tools.jackson.databind.json.JsonMapper;

/** JSON as text, and as the object of a library. */
final class JsonShapes {

  private static final ObjectMapper JACKSON = new ObjectMapper();

  private JsonShapes() {}

  static List<Shape<?>> all() {
    return List.of(
        text(), bytes(), jackson2(), jackson3(), gson(), orgJson(), jakarta(), kotlinx());
  }

  /** The properties as JSON. */
  static String json(Map<String, ?> properties) {
    try {
      return JACKSON.writeValueAsString(properties);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Shape<String> text() {
    return new Shape<>("text", JsonShapes::json, text -> members(node(text)));
  }

  private static Shape<byte[]> bytes() {
    return new Shape<>(
        "bytes",
        properties -> json(properties).getBytes(StandardCharsets.UTF_8),
        bytes -> members(node(new String(bytes, StandardCharsets.UTF_8))));
  }

  private static Shape<ObjectNode> jackson2() {
    return new Shape<>("jackson-2", properties -> node(json(properties)), JsonShapes::members);
  }

  private static Shape<tools.jackson.databind.node.ObjectNode> jackson3() {
    return new Shape<>(
        "jackson-3",
        properties ->
            JsonMapper.shared()
                .readValue(json(properties), tools.jackson.databind.node.ObjectNode.class),
        node -> Shape.text(node.propertyNames(), name -> node.get(name).asString()));
  }

  private static Shape<JsonObject> gson() {
    return new Shape<>(
        "gson",
        properties -> JsonParser.parseString(json(properties)).getAsJsonObject(),
        object -> Shape.text(object.keySet(), name -> object.get(name).getAsString()));
  }

  /** Its order is none of the application's. */
  private static Shape<JSONObject> orgJson() {
    return new Shape<>(
        "org-json",
        properties -> new JSONObject(json(properties)),
        object -> Shape.text(new TreeSet<>(object.keySet()), object::getString));
  }

  private static Shape<jakarta.json.JsonObject> jakarta() {
    return new Shape<>(
        "jakarta",
        properties -> Json.createReader(new StringReader(json(properties))).readObject(),
        object -> Shape.text(object.keySet(), object::getString));
  }

  private static Shape<kotlinx.serialization.json.JsonObject> kotlinx() {
    return new Shape<>("kotlinx", JsonShapes::kotlin, JsonShapes::members);
  }

  static kotlinx.serialization.json.JsonObject kotlin(Map<String, ?> properties) {
    return JsonElementKt.getJsonObject(
        kotlinx.serialization.json.Json.Default.parseToJsonElement(json(properties)));
  }

  static String members(kotlinx.serialization.json.JsonObject object) {
    return Shape.text(
        object.keySet(),
        name ->
            object.get(name) instanceof kotlinx.serialization.json.JsonObject inner
                ? '{' + members(inner) + '}'
                : JsonElementKt.getJsonPrimitive(object.get(name)).getContent());
  }

  private static ObjectNode node(String json) {
    try {
      return (ObjectNode) JACKSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String members(ObjectNode node) {
    return Shape.text(
        List.copyOf(node.propertyStream().map(Map.Entry::getKey).toList()),
        name -> node.get(name).asText());
  }
}
