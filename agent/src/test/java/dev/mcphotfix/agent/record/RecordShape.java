package dev.mcphotfix.agent.record;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mcphotfix.agent.record.shape.json.JsonLibrary;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every shape in which a host can keep a record, to be made of properties and read again. */
enum RecordShape {
  TEXT(Kind.UNTYPED),
  BYTES(Kind.UNTYPED),
  JACKSON_2(Kind.UNTYPED),
  JACKSON_3(Kind.UNTYPED),
  GSON(Kind.UNTYPED),
  ORG_JSON(Kind.UNORDERED),
  JAKARTA(Kind.UNTYPED),
  KOTLINX(Kind.UNTYPED),
  MAP(Kind.UNTYPED),
  UNMODIFIABLE_MAP(Kind.UNTYPED),
  SORTED_MAP(Kind.UNORDERED),
  PROPERTIES(Kind.TEXT_ONLY),
  SETTER(Kind.TYPED),
  FIELD(Kind.TYPED),
  WITHER(Kind.TYPED),
  BUILDER(Kind.TYPED),
  DATA_CLASS(Kind.TYPED),
  JAVA_RECORD(Kind.TYPED);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Kind kind;

  RecordShape(Kind kind) {
    this.kind = kind;
  }

  /** What a shape can hold. */
  private enum Kind {
    UNTYPED,
    UNORDERED,
    TEXT_ONLY,
    TYPED
  }

  /** Whether the order of the properties is the host's. */
  boolean ordered() {
    return kind == Kind.UNTYPED;
  }

  /** Of the properties those that the shape can hold. */
  Map<String, @Nullable Object> fitting(Map<String, @Nullable Object> properties) {
    Map<String, @Nullable Object> fitting = new LinkedHashMap<>(properties);
    if (kind == Kind.TEXT_ONLY || kind == Kind.TYPED) {
      fitting.values().removeIf(value -> !(value instanceof String));
    }
    if (kind == Kind.TYPED) {
      fitting.keySet().retainAll(TypedRecord.NAMES);
    }
    return fitting;
  }

  /** The record as the host has it. */
  Object of(Map<String, @Nullable Object> properties) throws Exception {
    return switch (this) {
      case TEXT -> JSON.writeValueAsString(properties);
      case BYTES -> JSON.writeValueAsBytes(properties);
      case JACKSON_2, JACKSON_3, GSON, ORG_JSON, JAKARTA, KOTLINX ->
          JsonLibrary.valueOf(name()).read(JSON.writeValueAsString(properties));
      case MAP -> new LinkedHashMap<>(properties);
      case UNMODIFIABLE_MAP -> Collections.unmodifiableMap(new LinkedHashMap<>(properties));
      case SORTED_MAP -> Collections.unmodifiableSortedMap(new TreeMap<>(properties));
      case PROPERTIES -> {
        Properties made = new Properties();
        made.putAll(properties);
        yield made;
      }
      case SETTER -> new TypedRecord.WithSetter(properties);
      case FIELD -> new TypedRecord.WithField(properties);
      case WITHER -> new TypedRecord.WithWither(properties);
      case BUILDER -> new TypedRecord.Built(properties);
      case DATA_CLASS -> new TypedRecord.Copied(properties);
      case JAVA_RECORD -> TypedRecord.Rebuilt.of(properties);
    };
  }

  /** What the host finds in it. */
  Map<String, @Nullable Object> read(Object record) throws Exception {
    if (record instanceof TypedRecord typed) {
      return typed.properties();
    }
    if (record instanceof byte[] bytes) {
      return json(new String(bytes, StandardCharsets.UTF_8));
    }
    return switch (this) {
      case MAP, UNMODIFIABLE_MAP, SORTED_MAP, PROPERTIES -> copy((Map<?, ?>) record);
      default -> json(record.toString());
    };
  }

  private static Map<String, @Nullable Object> json(String text) throws Exception {
    return JSON.readValue(text, new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});
  }

  private static Map<String, @Nullable Object> copy(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((name, value) -> copy.put((String) name, value));
    return copy;
  }
}
