package dev.mcphotfix.agent.record.json;

import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code JsonObject} of Jakarta JSON Processing, or of javax before it: immutable, and rebuilt
 * through its provider.
 */
final class JakartaTree implements JsonTree {

  private final Method type;
  private final Class<?> string;
  private final Method text;
  private final Method builder;
  private final Method addText;
  private final Method addValue;
  private final Method build;

  private JakartaTree(Class<?> object) throws ReflectiveOperationException {
    Class<?> value = LibraryType.beside(object, "JsonValue");
    type = value.getMethod("getValueType");
    string = LibraryType.beside(object, "JsonString");
    text = string.getMethod("getString");
    builder = LibraryType.beside(object, "Json").getMethod("createObjectBuilder");
    addText = builder.getReturnType().getMethod("add", String.class, String.class);
    addValue = builder.getReturnType().getMethod("add", String.class, value);
    build = builder.getReturnType().getMethod("build");
  }

  /** Answers null where it is no such object. */
  static @Nullable JakartaTree of(Class<?> type) throws ReflectiveOperationException {
    Class<?> object = LibraryType.above(type, "jakarta.json.JsonObject");
    object = object == null ? LibraryType.above(type, "javax.json.JsonObject") : object;
    return object == null ? null : new JakartaTree(object);
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
    if (string.isInstance(member)) {
      return Reflection.invoke(text, member);
    }
    return member == null || "NULL".equals(String.valueOf(Reflection.invoke(type, member)))
        ? null
        : member;
  }

  /** A member that is there keeps its place. */
  @Override
  public @Nullable Object with(Object object, String name, Object value) {
    Object copy = builder(object.getClass().getClassLoader());
    for (Map.Entry<?, ?> member : ((Map<?, ?>) object).entrySet()) {
      Reflection.invoke(addValue, copy, member.getKey(), member.getValue());
    }
    Reflection.invoke(value instanceof String ? addText : addValue, copy, name, value);
    return Reflection.invoke(build, copy);
  }

  /** The library looks for its provider from the context class loader, which may be any. */
  private @Nullable Object builder(@Nullable ClassLoader loader) {
    Thread thread = Thread.currentThread();
    ClassLoader context = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return Reflection.invoke(builder, null);
    } finally {
      thread.setContextClassLoader(context);
    }
  }
}
