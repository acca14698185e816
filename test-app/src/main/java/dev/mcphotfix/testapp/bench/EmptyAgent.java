package dev.mcphotfix.testapp.bench;

/** The least that an agent can be: what a start costs with it is the floor. */
final class EmptyAgent {

  private EmptyAgent() {}

  public static void premain(String arguments) {}
}
