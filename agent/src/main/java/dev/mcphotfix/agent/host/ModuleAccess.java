package dev.mcphotfix.agent.host;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Member;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens what a module of the host keeps to itself: package by package, when it is needed, and to
 * the agent's own module only. The JDK's base stays shut but for {@link BaseClass}. Thread-safe.
 */
public final class ModuleAccess {

  private static final Module OWN = ModuleAccess.class.getModule();

  private static volatile @Nullable Instrumentation instrumentation;

  private ModuleAccess() {}

  /** From now on modules are opened by this; before, none is. */
  public static void openBy(Instrumentation given) {
    instrumentation = given;
  }

  /** Makes a member accessible, whatever its visibility; false where that is refused. */
  public static <M extends AccessibleObject & Member> boolean open(M member) {
    return member.trySetAccessible()
        || (opened(member.getDeclaringClass()) && member.trySetAccessible());
  }

  /** Opens all members of a class, with its package; false where that is refused. */
  public static boolean open(Class<?> type) {
    return type.getModule().isOpen(type.getPackageName(), OWN) || opened(type);
  }

  /** Whether a class is the Java runtime's own, and no class of a client. */
  public static boolean isOfTheRuntime(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return type.getModule().isNamed()
        && (loader == null || loader == ClassLoader.getPlatformClassLoader());
  }

  private static boolean opened(Class<?> type) {
    return type.getClassLoader() != null && type.getModule().isNamed() && openPackage(type);
  }

  /** Opens the package of a class in a named module; false where that is refused. */
  static boolean openPackage(Class<?> type) {
    Instrumentation opener = instrumentation;
    if (opener == null) {
      return false;
    }
    try {
      opener.redefineModule(
          type.getModule(),
          Set.of(),
          Map.of(),
          Map.of(type.getPackageName(), Set.of(OWN)),
          Set.of(),
          Map.of());
      return true;
    } catch (RuntimeException refused) {
      return false;
    }
  }
}
