package dev.mcphotfix.testapp.bench.program;

/**
 * Loads classes {@code many.C0}, {@code many.C1} and so on; how many is its argument. Prints for
 * how many nanoseconds the thread ran to load them.
 */
public final class ManyClasses {

  private ManyClasses() {}

  public static void main(String[] arguments) throws ClassNotFoundException {
    int count = Integer.parseInt(arguments[0]);
    long start = ThreadTime.nanoseconds();
    for (int i = 0; i < count; i++) {
      Class.forName("many.C" + i);
    }
    Ending.print(Long.toString(ThreadTime.nanoseconds() - start));
  }
}
