package dev.mcphotfix.testapp.bench.program;

/** Does nothing but start. */
public final class Hello {

  private Hello() {}

  public static void main(String[] arguments) {
    Ending.print("hello");
  }
}
