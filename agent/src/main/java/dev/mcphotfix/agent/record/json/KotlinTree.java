package dev.mcphotfix.agent.record.json;

import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code JsonObject} of kotlinx.serialization: an immutable map, and copied in its order. */
final class KotlinTree implements JsonTree {

  private final Constructor<?> constructor;
  private final Class<?> nothing;
  private final Class<?> primitive;
  private final Method isText;
  private final Method text;
  private final Method ofText;

  private KotlinTree(Class<?> object) throws ReflectiveOperationException {
    constructor = object.getConstructor(Map.class);
    nothing = LibraryType.beside(object, "JsonNull");
    primitive = LibraryType.beside(object, "JsonPrimitive");
    isText = primitive.getMethod("isString");
    text = primitive.getMethod("getContent");
    ofText = LibraryType.beside(object, "JsonElementKt").getMethod("JsonPrimitive", String.class);
  }

  /** Answers null where it is no such object. */
  static @Nullable KotlinTree of(Class<?> type) throws ReflectiveOperationException {
    Class<?> object = LibraryType.above(type, "kotlinx.serialization.json.JsonObject");
    return object == null ? null : new KotlinTree(object);
  }

  @Override
  public List<String> names(Object object) {
    List<String> names = new ArrayList<>();
    for (Object name : ((Map<?, ?>) object).keySet()) {
      names.add((String) name);
    }
    return names;
  }

  @Override
  public @Nullable Object get(Object object, String name) {
    Object member = ((Map<?, ?>) object).get(name);
    if (nothing.isInstance(member)) {
      return null;
    }
    return primitive.isInstance(member) && Boolean.TRUE.equals(Reflection.invoke(isText, member))
        ? Reflection.invoke(text, member)
        : member;
  }

  @Override
  public @Nullable Object with(Object object, String name, Object value) {
    Map<Object, @Nullable Object> copy = new LinkedHashMap<>((Map<?, ?>) object);
    copy.put(name, value instanceof String ? Reflection.invoke(ofText, null, value) : value);
    return Reflection.construct(constructor, copy);
  }
}
