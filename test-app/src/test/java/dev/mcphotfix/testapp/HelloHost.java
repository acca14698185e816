package dev.mcphotfix.testapp;

/** A host that has nothing to do with MCP. */
final class HelloHost {

  private HelloHost() {}

  public static void main(String[] arguments) {
    System.out.println("hello");
  }
}
