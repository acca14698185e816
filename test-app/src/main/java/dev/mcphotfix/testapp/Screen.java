package dev.mcphotfix.testapp;

import java.io.PrintStream;

/** Plain text for a terminal of 100 columns. */
final class Screen {
  private static final int COLUMNS = 100;
  private static final String CONTINUATION = "    ";

  private final PrintStream out;

  Screen(PrintStream out) {
    this.out = out;
  }

  void line(String text) {
    out.println(text);
  }

  /** A line that begins with this indentation, folded at spaces where it is too long. */
  void folded(String indentation, String text) {
    String prefix = indentation;
    String rest = text;
    int width = COLUMNS - indentation.length() - CONTINUATION.length();
    while (rest.length() > width && rest.lastIndexOf(' ', width) > 0) {
      int space = rest.lastIndexOf(' ', width);
      out.println(prefix + rest.substring(0, space));
      rest = rest.substring(space + 1);
      prefix = indentation + CONTINUATION;
    }
    out.println(prefix + rest);
  }
}
