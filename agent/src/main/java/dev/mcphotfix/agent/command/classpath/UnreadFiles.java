package dev.mcphotfix.agent.command.classpath;

import dev.mcphotfix.agent.command.terminal.Untrusted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What could not be read, each told once, and only so many of them. */
public final class UnreadFiles {

  private static final int MOST = 10;

  private final Set<String> found = new LinkedHashSet<>();

  public void add(String place, String message) {
    // Names of files and in archives may be any text.
    found.add(Untrusted.line(place) + ": " + Untrusted.line(message));
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
}
