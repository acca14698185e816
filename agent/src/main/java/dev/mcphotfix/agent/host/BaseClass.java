package dev.mcphotfix.agent.host;

import java.lang.invoke.MethodHandles;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A class of the agent's in the JDK's base, where each class of the JVM sees it, whatever its class
 * loader and its module. It stays there when the agent leaves. Called inside the host's class
 * loading; never throws.
 */
public abstract class BaseClass {

  /** In whose package it is, which the base exports. */
  private static final Class<?> NEIGHBOUR = URI.class;

  private final String name;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile boolean isThere;

  /**
   * @param binaryName in the package {@code java.net}
   */
  protected BaseClass(String binaryName) {
    this.name = binaryName;
  }

  /** Its class file, public and of that name. Asked for where it is not there. */
  protected abstract byte[] classFile();

  /**
   * Whether it is there and initialised; one thread sees to that. Another does not wait meanwhile,
   * since it may hold what the initialisation needs, and is told that it is not. Nor is it where
   * the JVM refuses it, or its initialisation has failed.
   */
  public final boolean isThere() {
    if (!isThere && asking.compareAndSet(false, true)) {
      try {
        isThere = isInitialised() || (isDefined() && isInitialised());
      } finally {
        asking.set(false);
      }
    }
    return isThere;
  }

  private boolean isInitialised() {
    try {
      Class.forName(name, true, null);
      return true;
    } catch (Throwable missing) { // Its initialisation may throw anything.
      return false;
    }
  }

  private boolean isDefined() {
    try {
      if (ModuleAccess.openPackage(NEIGHBOUR)) {
        MethodHandles.privateLookupIn(NEIGHBOUR, MethodHandles.lookup()).defineClass(classFile());
        return true;
      }
    } catch (Throwable refused) { // Then it is done without.
    }
    return false;
  }
}
