package dev.mcphotfix.agent.record.shape.json;

import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are changed in place: of Jackson, of Gson, of org.json.
 *
 * @param names answers the names, or members by name
 * @param put takes text only: what is nested is changed in place, too, and never needs replacing
 */
record NodeTree(Method names, Method get, Method put, JsonLeaf leaf) implements JsonTree {

  /** The tree of Jackson 2 or 3; null where the class is no object of it. */
  static @Nullable NodeTree ofJackson(Class<?> type) throws NoSuchMethodException {
    // Beginnings are left out: relocated copies have another, and so do our own constants then.
    Class<?> object = LibraryType.above(type, "jackson.databind.node.ObjectNode");
    Class<?> node = LibraryType.above(type, "jackson.databind.JsonNode");
    if (object == null || node == null) {
      return null;
    }
    return new NodeTree(
        either(node, "propertyNames", "fieldNames"),
        object.getMethod("get", String.class),
        object.getMethod("put", String.class, String.class),
        new JsonLeaf(
            JsonLeaf.says(node.getMethod("isNull")),
            JsonLeaf.says(either(node, "isString", "isTextual")),
            either(node, "stringValue", "textValue")));
  }

  /** The tree of Gson; null where the class is no object of it. */
  static @Nullable NodeTree ofGson(Class<?> type) throws NoSuchMethodException {
    Class<?> object = LibraryType.above(type, "gson.JsonObject");
    if (object == null) {
      return null;
    }
    Method get = object.getMethod("get", String.class);
    Class<?> primitive = object.getMethod("getAsJsonPrimitive", String.class).getReturnType();
    return new NodeTree(
        object.getMethod("entrySet"),
        get,
        object.getMethod("addProperty", String.class, String.class),
        new JsonLeaf(
            JsonLeaf.says(get.getReturnType().getMethod("isJsonNull")),
            JsonLeaf.says(primitive, primitive.getMethod("isString")),
            primitive.getMethod("getAsString")));
  }

  /** The tree of org.json; null where the class is no object of it. */
  static @Nullable NodeTree ofOrgJson(Class<?> type) throws ReflectiveOperationException {
    Class<?> object = LibraryType.above(type, "org.json.JSONObject");
    if (object == null) {
      return null;
    }
    Object nothing = Reflection.get(object.getField("NULL"), null);
    return new NodeTree(
        object.getMethod("keys"),
        object.getMethod("opt", String.class),
        object.getMethod("put", String.class, Object.class),
        new JsonLeaf(
            member -> member == nothing,
            String.class::isInstance,
            Object.class.getMethod("toString")));
  }

  @Override
  public List<String> names(Object object) {
    Object found = Reflection.invoke(names, object);
    Iterator<?> each = found instanceof Iterable<?> all ? all.iterator() : (Iterator<?>) found;
    List<String> result = new ArrayList<>();
    while (each != null && each.hasNext()) {
      Object next = each.next();
      result.add(String.valueOf(next instanceof Map.Entry<?, ?> member ? member.getKey() : next));
    }
    return result;
  }

  @Override
  public @Nullable Object get(Object object, String name) {
    return leaf.held(Reflection.invoke(get, object, name));
  }

  @Override
  public @Nullable Object with(Object object, String name, Object value) {
    if (!(value instanceof String)) {
      return null;
    }
    Reflection.invoke(put, object, name, value);
    return object;
  }

  private static Method either(Class<?> type, String newer, String older)
      throws NoSuchMethodException {
    try {
      return type.getMethod(newer);
    } catch (NoSuchMethodException e) {
      return type.getMethod(older);
    }
  }
}
