package dev.mcphotfix.agent.record.shape;

import dev.mcphotfix.agent.host.ModuleAccess;
import dev.mcphotfix.agent.host.Reflection;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an unmodifiable collection of the host that may take its place without a cast of the
 * host failing.
 */
final class FittingCopy {

  private FittingCopy() {}

  /**
   * The contents themselves; where only the library of the original can name its class, its {@code
   * copyOf} of them, as {@code ImmutableMap.copyOf} of Guava; null where there is none.
   *
   * @param contents what the copy is to hold
   * @param kind of which type such a method takes it
   */
  static @Nullable Object of(Object original, Object contents, Class<?> kind) {
    if (fits(contents, original.getClass())) {
      return contents;
    }
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

  /** Every type by which the host can know the original must be one of the copy's. */
  private static boolean fits(Object copy, @Nullable Class<?> type) {
    if (type == null || type.isInstance(copy)) {
      return true;
    }
    if (known(type)) {
      return false;
    }
    for (Class<?> each : type.getInterfaces()) {
      if (!fits(copy, each)) {
        return false;
      }
    }
    return fits(copy, type.getSuperclass());
  }

  /** Collections of Kotlin that are internal to it are public to the JVM all the same. */
  private static boolean known(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    boolean runtime = loader == null || loader == ClassLoader.getPlatformClassLoader();
    return runtime ? Modifier.isPublic(type.getModifiers()) : !type.getName().startsWith("kotlin.");
  }

  private static @Nullable Method copyOf(Class<?> type, Class<?> kind) {
    try {
      Method method = type.getDeclaredMethod("copyOf", kind);
      return method.getReturnType() == type
              && Modifier.isStatic(method.getModifiers())
              && ModuleAccess.open(method)
          ? method
          : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
