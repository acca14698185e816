package dev.mcphotfix.agent.record.json;

import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gson's {@code JsonObject}; changed in place. */
final class GsonTree implements JsonTree {

  private final Method entries;
  private final Method get;
  private final Method add;
  private final Method isNull;
  private final Class<?> primitive;
  private final Method isText;
  private final Method text;

  private GsonTree(Class<?> object) throws NoSuchMethodException {
    entries = object.getMethod("entrySet");
    get = object.getMethod("get", String.class);
    add = object.getMethod("addProperty", String.class, String.class);
    isNull = get.getReturnType().getMethod("isJsonNull");
    primitive = object.getMethod("getAsJsonPrimitive", String.class).getReturnType();
    isText = primitive.getMethod("isString");
    text = primitive.getMethod("getAsString");
  }

  /** Answers null where it is no such object. */
  static @Nullable GsonTree of(Class<?> type) throws NoSuchMethodException {
    Class<?> object = LibraryType.above(type, "gson.JsonObject");
    return object == null ? null : new GsonTree(object);
  }

  @Override
  public List<String> names(Object object) {
    List<String> names = new ArrayList<>();
    if (Reflection.invoke(entries, object) instanceof Set<?> all) {
      for (Object each : all) {
        names.add(String.valueOf(((Map.Entry<?, ?>) each).getKey()));
      }
    }
    return names;
  }

  @Override
  public @Nullable Object get(Object object, String name) {
    Object member = Reflection.invoke(get, object, name);
    if (member == null || Boolean.TRUE.equals(Reflection.invoke(isNull, member))) {
      return null;
    }
    return primitive.isInstance(member) && Boolean.TRUE.equals(Reflection.invoke(isText, member))
        ? Reflection.invoke(text, member)
        : member;
  }

  @Override
  public @Nullable Object with(Object object, String name, Object value) {
    if (!(value instanceof String)) {
      return null;
    }
    Reflection.invoke(add, object, name, value);
    return object;
  }
}
