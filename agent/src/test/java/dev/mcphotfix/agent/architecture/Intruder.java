package dev.mcphotfix.agent.architecture;

/**
 * Is in a package that the map of the house does not have, so that a test can see the rule fail.
 */
final class Intruder {

  private Intruder() {}
}
