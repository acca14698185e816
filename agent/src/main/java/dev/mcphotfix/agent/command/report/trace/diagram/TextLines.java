package dev.mcphotfix.agent.command.report.trace.diagram;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of so many characters, as a picture does not break lines itself. */
final class TextLines {

  private static final int MOST = 8;

  /** Behind which a word that is too long is broken. */
  private static final String JOINTS = ",/&?=-._";

  private TextLines() {}

  /** The first {@value #MOST}, the last of which says if there are more. */
  static List<String> of(String text, int columns) {
    int width = Math.max(8, columns);
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty() && lines.size() < MOST) {
      int end = end(rest, width);
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      String last = lines.get(MOST - 1);
      lines.set(MOST - 1, last.substring(0, Math.min(last.length(), width - 4)) + " ...");
    }
    return lines;
  }

  private static int end(String text, int width) {
    if (text.length() <= width) {
      return text.length();
    }
    int space = text.lastIndexOf(' ', width);
    if (space * 4 >= width) {
      return space;
    }
    int joint = width;
    while (joint > width / 2 && JOINTS.indexOf(text.charAt(joint - 1)) < 0) {
      joint--;
    }
    return joint > width / 2 ? joint : width;
  }
}
