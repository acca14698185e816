package dev.mcphotfix.agent.host;

import java.lang.invoke.MethodHandles;
import java.net.URI;

/**
 * A class of the agent's in the JDK's base, where each class of the JVM sees it, whatever its class
 * loader and its module. It stays there when the agent leaves. Called inside the host's class
 * loading; never throws.
 */
public final class BaseClass {

  /** In whose package it is, which the base exports. */
  private static final Class<?> NEIGHBOUR = URI.class;

  private BaseClass() {}

  /** Whether it is there and initialised; false, too, where its initialisation has failed. */
  public static boolean isThere(String binaryName) {
    try {
      Class.forName(binaryName, true, null);
      return true;
    } catch (ClassNotFoundException | LinkageError | RuntimeException missing) {
      return false;
    }
  }

  /**
   * Defines it, unless another thread just has; false where the JVM refuses that.
   *
   * @param classFile of a public class in the package {@code java.net}
   */
  public static boolean define(String binaryName, byte[] classFile) {
    if (!ModuleAccess.openPackage(NEIGHBOUR)) {
      return false;
    }
    try {
      MethodHandles.privateLookupIn(NEIGHBOUR, MethodHandles.lookup()).defineClass(classFile);
    } catch (IllegalAccessException | LinkageError | RuntimeException refused) {
      return isThere(binaryName);
    }
    return isThere(binaryName);
  }
}
