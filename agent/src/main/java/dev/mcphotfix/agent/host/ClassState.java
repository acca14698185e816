package dev.mcphotfix.agent.host;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Sees whether a class of the host is initialised without initialising it, which any other look
 * into it does. Only the JDK's own {@code Unsafe} can tell; its package is exported to the agent
 * for that, and to nobody else.
 */
public final class ClassState {

  private static final String PACKAGE = "jdk.internal.misc";

  private final Object unsafe;
  private final Method shouldBeInitialized;
  private final Method staticFieldBase;
  private final Method staticFieldOffset;
  private final Method getInt;

  public ClassState(Instrumentation instrumentation) throws ReflectiveOperationException {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(PACKAGE, Set.of(ClassState.class.getModule())),
        Map.of(),
        Set.of(),
        Map.of());
    Class<?> type = Class.forName(PACKAGE + ".Unsafe");
    unsafe = Objects.requireNonNull(Reflection.invoke(type.getMethod("getUnsafe"), null));
    shouldBeInitialized = type.getMethod("shouldBeInitialized", Class.class);
    staticFieldBase = type.getMethod("staticFieldBase", Field.class);
    staticFieldOffset = type.getMethod("staticFieldOffset", Field.class);
    getInt = type.getMethod("getIntVolatile", Object.class, long.class);
  }

  /** Whether its static initializer has come to its end. */
  public boolean isInitialized(Class<?> type) {
    return Boolean.FALSE.equals(Reflection.invoke(shouldBeInitialized, unsafe, type));
  }

  /**
   * The value of a static field, wherever its class lives; for initialised classes only.
   *
   * @throws NoSuchFieldException if there is none of that name
   */
  public int staticInt(Class<?> type, String name) throws NoSuchFieldException {
    Field field = type.getDeclaredField(name);
    Object base = Reflection.invoke(staticFieldBase, unsafe, field);
    Object offset = Reflection.invoke(staticFieldOffset, unsafe, field);
    return Reflection.invoke(getInt, unsafe, base, offset) instanceof Integer value ? value : 0;
  }
}
