package dev.mcphotfix.agent.command.classpath;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What could not be read, each told once, and only so many of them. */
public final class UnreadFiles {

  private static final int MOST = 10;
  private static final int LONGEST = 300;

  private final Set<String> found = new LinkedHashSet<>();

  public void add(String place, String message) {
    found.add(printable(place) + ": " + printable(message));
  }

  /** One line each, fit for a terminal. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(found);
    if (lines.size() <= MOST) {
      return List.copyOf(lines);
    }
    List<String> first = new ArrayList<>(lines.subList(0, MOST));
    first.add("and " + (lines.size() - MOST) + " more of these");
    return List.copyOf(first);
  }

  /** On one line and bounded: names of files and in archives may be any text. */
  public static String printable(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return line.toString();
  }
}
