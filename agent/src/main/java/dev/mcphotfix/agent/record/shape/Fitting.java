package dev.mcphotfix.agent.record.shape;

import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Whether a copy may take the place of a host's object without a cast of the host failing. */
final class Fitting {

  private Fitting() {}

  /** Every type by which the host can know the original must be one of the copy's. */
  static boolean fits(Object copy, Object original) {
    return fits(copy, original.getClass());
  }

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
}
