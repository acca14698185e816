package dev.mcphotfix.agent.command.attach.jvm;

/** Text of another process, fit for a terminal: bounded, and without orders to it. */
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

  private static String bounded(String text, int longest) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < text.length() && i < longest; i++) {
      safe.append(isHarmless(text.charAt(i)) ? text.charAt(i) : '?');
    }
    return text.length() > longest ? safe.append("...").toString() : safe.toString();
  }

  private static boolean isHarmless(char c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.PRIVATE_USE
        && type != Character.UNASSIGNED
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
