package dev.mcphotfix.agent.command.terminal;

/** Text of somebody else, fit for a terminal: on one line, and without orders to it. */
public final class Untrusted {

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_LINE = 400;

  private Untrusted() {}

  /** A name in a column. */
  public static String name(String text) {
    return bounded(text, LONGEST_NAME);
  }

  /** A sentence in a line of its own. */
  public static String line(String text) {
    return bounded(text, LONGEST_LINE);
  }

  /** All of it. */
  public static String text(String text) {
    return bounded(text, Integer.MAX_VALUE);
  }

  private static String bounded(String text, int longest) {
    StringBuilder safe = new StringBuilder();
    text.codePoints().limit(longest).forEach(c -> safe.appendCodePoint(isHarmless(c) ? c : '?'));
    return text.codePointCount(0, text.length()) > longest
        ? safe.append("...").toString()
        : safe.toString();
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
