package dev.mcphotfix.agent.record.shape.json;

import dev.mcphotfix.agent.host.LibraryType;
import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code JsonObject} of Jakarta JSON Processing, or of javax before it: rebuilt through its
 * provider.
 */
record JakartaTree(JsonLeaf leaf, Method builder, Method addText, Method addValue, Method build)
    implements JsonTree {

  /** Answers null where it is no such object. */
  static @Nullable JakartaTree of(Class<?> type) throws ReflectiveOperationException {
    Class<?> object = LibraryType.above(type, "jakarta.json.JsonObject");
    object = object == null ? LibraryType.above(type, "javax.json.JsonObject") : object;
    return object == null ? null : in(object);
  }

  private static JakartaTree in(Class<?> object) throws ReflectiveOperationException {
    Class<?> value = LibraryType.beside(object, "JsonValue");
    Class<?> string = LibraryType.beside(object, "JsonString");
    Method type = value.getMethod("getValueType");
    Method builder = LibraryType.beside(object, "Json").getMethod("createObjectBuilder");
    Class<?> builderType = builder.getReturnType();
    return new JakartaTree(
        new JsonLeaf(
            member -> "NULL".equals(String.valueOf(Reflection.invoke(type, member))),
            string::isInstance,
            string.getMethod("getString")),
        builder,
        builderType.getMethod("add", String.class, String.class),
        builderType.getMethod("add", String.class, value),
        builderType.getMethod("build"));
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
