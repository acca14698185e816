package dev.mcphotfix.agent.record.json;

import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The {@code JSONObject} of org.json; changed in place. */
final class OrgJsonTree implements JsonTree {

  private final Method keys;
  private final Method get;
  private final Method put;
  private final Object nothing;

  private OrgJsonTree(Class<?> object) throws ReflectiveOperationException {
    keys = object.getMethod("keys");
    get = object.getMethod("opt", String.class);
    put = object.getMethod("put", String.class, Object.class);
    nothing = Objects.requireNonNull(Reflection.get(object.getField("NULL"), null));
  }

  /** Answers null where it is no such object. */
  static @Nullable OrgJsonTree of(Class<?> type) throws ReflectiveOperationException {
    Class<?> object = LibraryType.above(type, "org.json.JSONObject");
    return object == null ? null : new OrgJsonTree(object);
  }

  @Override
  public List<String> names(Object object) {
    List<String> names = new ArrayList<>();
    Iterator<?> each = (Iterator<?>) Reflection.invoke(keys, object);
    while (each != null && each.hasNext()) {
      names.add(String.valueOf(each.next()));
    }
    return names;
  }

  @Override
  public @Nullable Object get(Object object, String name) {
    Object member = Reflection.invoke(get, object, name);
    return member == nothing ? null : member;
  }

  @Override
  public @Nullable Object with(Object object, String name, Object value) {
    if (!(value instanceof String)) {
      return null;
    }
    Reflection.invoke(put, object, name, value);
    return object;
  }
}
