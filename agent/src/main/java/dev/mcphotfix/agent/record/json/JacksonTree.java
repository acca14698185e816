package dev.mcphotfix.agent.record.json;

import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of one copy of Jackson's tree, 2 or 3, relocated or not. */
final class JacksonTree implements JsonTree {

  // Beginnings are left out: relocated copies have another, and so do our own constants then.
  private static final String OBJECT_NODE = "jackson.databind.node.ObjectNode";
  private static final String JSON_NODE = "jackson.databind.JsonNode";

  private final Method get;
  private final Method put;
  private final Method names;
  private final Method isText;
  private final Method text;
  private final Method isNull;

  private JacksonTree(Class<?> object, Class<?> node) throws NoSuchMethodException {
    get = object.getMethod("get", String.class);
    put = object.getMethod("put", String.class, String.class);
    names = method(node, "propertyNames", "fieldNames");
    isText = method(node, "isString", "isTextual");
    text = method(node, "stringValue", "textValue");
    isNull = node.getMethod("isNull");
  }

  /** Answers null where it is no node of such a tree. */
  static @Nullable JacksonTree of(Class<?> type) throws NoSuchMethodException {
    Class<?> object = ancestor(type, OBJECT_NODE);
    Class<?> node = ancestor(type, JSON_NODE);
    return object == null || node == null ? null : new JacksonTree(object, node);
  }

  @Override
  public List<String> names(Object node) {
    Object found = Reflection.invoke(names, node);
    Iterator<?> each = found instanceof Collection<?> all ? all.iterator() : (Iterator<?>) found;
    List<String> result = new ArrayList<>();
    while (each != null && each.hasNext()) {
      result.add(String.valueOf(each.next()));
    }
    return result;
  }

  @Override
  public @Nullable Object get(Object node, String name) {
    Object child = Reflection.invoke(get, node, name);
    if (child == null || Boolean.TRUE.equals(Reflection.invoke(isNull, child))) {
      return null;
    }
    return Boolean.TRUE.equals(Reflection.invoke(isText, child))
        ? Reflection.invoke(text, child)
        : child;
  }

  /** Takes text only: what is nested in a tree is changed in place and never needs replacing. */
  @Override
  public @Nullable Object with(Object node, String name, Object value) {
    if (!(value instanceof String)) {
      return null;
    }
    Reflection.invoke(put, node, name, value);
    return node;
  }

  private static @Nullable Class<?> ancestor(Class<?> type, String name) {
    Class<?> each = type;
    while (each != null && !each.getName().endsWith(name)) {
      each = each.getSuperclass();
    }
    return each;
  }

  private static Method method(Class<?> type, String newer, String older)
      throws NoSuchMethodException {
    try {
      return type.getMethod(newer);
    } catch (NoSuchMethodException e) {
      return type.getMethod(older);
    }
  }
}
