package dev.mcphotfix.agent.repair;

/** Breaks the rules of the house, so that a test can see each of them fail. */
public final class Intruder {

  static final Class<?> KNOWN = dev.mcphotfix.agent.hook.Intruder.class;

  private Intruder() {}
}
