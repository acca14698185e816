package dev.mcphotfix.testapp.bench.agent;

/** The least that an agent can be: what a start costs with it is the floor. */
public final class EmptyAgent {

  private EmptyAgent() {}

  public static void premain(String arguments) {}
}
