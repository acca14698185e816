package dev.mcphotfix.testapp.bench;

/** A program that does nothing but start. */
final class Hello {

  private Hello() {}

  public static void main(String[] arguments) {
    System.out.println("hello");
  }
}
