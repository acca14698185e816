package dev.mcphotfix.agent.record.shape;

import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Copies a collection by the {@code copyOf} of its own library, as {@code ImmutableMap.copyOf} of
 * Guava, where its class is one that only the library can name.
 */
final class LibraryCopy {

  private LibraryCopy() {}

  /**
   * Answers null where there is no such method.
   *
   * @param contents what the copy is to hold
   * @param kind of which type the method takes it
   */
  static @Nullable Object of(Object original, Object contents, Class<?> kind) {
    Class<?> type = original.getClass();
    while (type != null) {
      Method method = copyOf(type, kind);
      if (method != null) {
        return Reflection.invoke(method, null, contents);
      }
      type = Modifier.isPublic(type.getModifiers()) ? null : type.getSuperclass();
    }
    return null;
  }

  private static @Nullable Method copyOf(Class<?> type, Class<?> kind) {
    try {
      Method method = type.getDeclaredMethod("copyOf", kind);
      return method.getReturnType() == type
              && Modifier.isStatic(method.getModifiers())
              && method.trySetAccessible()
          ? method
          : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
