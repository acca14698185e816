package dev.mcphotfix.agent.launch;

import java.util.List;

/** Breaks the rules of the house, so that a test can see each of them fail. */
public final class Intruder {

  static final List<Class<?>> KNOWN = List.of(dev.mcphotfix.agent.config.Intruder.class);

  private Intruder() {}

  static boolean links(Shown one, Shown other) {
    return one.equals(other);
  }

  /** Compared by what it is made of. */
  record Shown(String className) {}
}
