package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.scan.classfile.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What could not be read, each told once, and only so many of them. */
final class UnreadFiles {

  private static final int MOST = 10;

  private final Set<String> found = new LinkedHashSet<>();

  /** Names in archives may be any text; what is told stays one line. */
  void add(String place, String message) {
    found.add(Names.printable(place) + ": " + message);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(found);
    if (lines.size() <= MOST) {
      return List.copyOf(lines);
    }
    List<String> first = new ArrayList<>(lines.subList(0, MOST));
    first.add("and " + (lines.size() - MOST) + " more of these");
    return List.copyOf(first);
  }
}
