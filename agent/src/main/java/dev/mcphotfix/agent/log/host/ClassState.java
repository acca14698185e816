package dev.mcphotfix.agent.log.host;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;

/**
 * Sees whether a class is initialised without initialising it, which any other look into it does.
 * Only the JDK's own {@code Unsafe} can tell; its package is exported to the agent for that, and to
 * nobody else.
 */
final class ClassState {

  private static final String PACKAGE = "jdk.internal.misc";

  private final Object unsafe;
  private final Method shouldBeInitialized;
  private final Method staticFieldBase;
  private final Method staticFieldOffset;
  private final Method getInt;

  ClassState(Instrumentation instrumentation) throws ReflectiveOperationException {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(PACKAGE, Set.of(ClassState.class.getModule())),
        Map.of(),
        Set.of(),
        Map.of());
    Class<?> type = Class.forName(PACKAGE + ".Unsafe");
    unsafe = type.getMethod("getUnsafe").invoke(null);
    shouldBeInitialized = type.getMethod("shouldBeInitialized", Class.class);
    staticFieldBase = type.getMethod("staticFieldBase", Field.class);
    staticFieldOffset = type.getMethod("staticFieldOffset", Field.class);
    getInt = type.getMethod("getIntVolatile", Object.class, long.class);
  }

  /** Whether its static initializer has come to its end. */
  boolean isInitialized(Class<?> type) throws ReflectiveOperationException {
    return Boolean.FALSE.equals(shouldBeInitialized.invoke(unsafe, type));
  }

  /**
   * The value of a static field, wherever its class lives; for initialised classes only.
   *
   * @throws NoSuchFieldException if there is none of that name
   */
  int staticInt(Class<?> type, String name) throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    Object base = staticFieldBase.invoke(unsafe, field);
    return (int) getInt.invoke(unsafe, base, staticFieldOffset.invoke(unsafe, field));
  }
}
