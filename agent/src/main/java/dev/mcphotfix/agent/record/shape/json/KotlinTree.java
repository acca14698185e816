package dev.mcphotfix.agent.record.shape.json;

import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code JsonObject} of kotlinx.serialization: copied in its order. */
record KotlinTree(JsonLeaf leaf, Method ofText, Constructor<?> constructor) implements JsonTree {

  /** Answers null where it is no such object. */
  static @Nullable KotlinTree of(Class<?> type) throws ReflectiveOperationException {
    Class<?> object = LibraryType.above(type, "kotlinx.serialization.json.JsonObject");
    if (object == null) {
      return null;
    }
    Class<?> primitive = LibraryType.beside(object, "JsonPrimitive");
    return new KotlinTree(
        new JsonLeaf(
            LibraryType.beside(object, "JsonNull")::isInstance,
            JsonLeaf.says(primitive, primitive.getMethod("isString")),
            primitive.getMethod("getContent")),
        LibraryType.beside(object, "JsonElementKt").getMethod("JsonPrimitive", String.class),
        object.getConstructor(Map.class));
  }

  @Override
  public Object with(Object object, String name, Object value) {
    Map<Object, @Nullable Object> copy = new LinkedHashMap<>((Map<?, ?>) object);
    copy.put(name, value instanceof String ? Reflection.invoke(ofText, null, value) : value);
    return Reflection.construct(constructor, copy);
  }
}
