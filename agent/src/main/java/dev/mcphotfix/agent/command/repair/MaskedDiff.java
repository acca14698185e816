package dev.mcphotfix.agent.command.repair;

import java.util.ArrayList;
import java.util.List;

/** What a repair changes, as a unified diff to look at: with secrets masked, long lines cut. */
final class MaskedDiff {

  private static final int CONTEXT = 3;
  private static final int LONGEST = 160;
  private static final int BEFORE = 60;

  private final List<String> old;
  private final List<String> fresh;
  private final List<Line> lines = new ArrayList<>();

  /** One line of the diff, and which line of each text it is or comes before. */
  private record Line(char sign, String text, int oldLine, int freshLine) {}

  private MaskedDiff(String before, String after) {
    this.old = lines(MaskedText.of(before));
    this.fresh = lines(MaskedText.of(after));
    compare(lines(before), lines(after));
  }

  /**
   * The lines of the diff; none where nothing changes.
   *
   * @param before valid JSON, as is {@code after}
   */
  static List<String> of(String fileName, String before, String after) {
    MaskedDiff diff = new MaskedDiff(before, after);
    List<String> shown = new ArrayList<>();
    int line = diff.change(0);
    if (line < diff.lines.size()) {
      shown.add("--- " + fileName);
      shown.add("+++ " + fileName);
    }
    while (line < diff.lines.size()) {
      int end = diff.end(line);
      diff.show(Math.max(0, line - CONTEXT), end, shown);
      line = diff.change(end);
    }
    return shown;
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\r\n|\r|\n", -1));
  }

  private void compare(List<String> before, List<String> after) {
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      int[] skipped = skipped(before, i, after, j);
      for (int a = 0; a < skipped[0]; a++, i++) {
        lines.add(new Line('-', old.get(i), i, j));
      }
      for (int b = 0; b < skipped[1]; b++, j++) {
        lines.add(new Line('+', fresh.get(j), i, j));
      }
      if (i < before.size()) {
        lines.add(new Line(' ', old.get(i), i++, j++));
      }
    }
  }

  /** How many lines of each text to leave out to be at one that both have, or at both ends. */
  private static int[] skipped(List<String> before, int i, List<String> after, int j) {
    for (int all = 0; ; all++) {
      for (int a = 0; a <= all; a++) {
        int b = all - a;
        boolean inside = i + a < before.size() && j + b < after.size();
        boolean ends = i + a == before.size() && j + b == after.size();
        if (ends || (inside && before.get(i + a).equals(after.get(j + b)))) {
          return new int[] {a, b};
        }
      }
    }
  }

  private int change(int from) {
    int line = from;
    while (line < lines.size() && lines.get(line).sign() == ' ') {
      line++;
    }
    return line;
  }

  /** Changes with little between them are shown as one. */
  private int end(int firstChange) {
    int end = firstChange;
    int next = firstChange;
    while (next < lines.size() && next - end <= 2 * CONTEXT) {
      end = next + 1;
      next = change(end);
    }
    return Math.min(lines.size(), end + CONTEXT);
  }

  private void show(int start, int end, List<String> shown) {
    List<Line> hunk = lines.subList(start, end);
    long removed = hunk.stream().filter(line -> line.sign() != '+').count();
    long added = hunk.stream().filter(line -> line.sign() != '-').count();
    Line first = hunk.get(0);
    shown.add(
        "@@ -%d,%d +%d,%d @@"
            .formatted(first.oldLine() + 1, removed, first.freshLine() + 1, added));
    for (int i = 0; i < hunk.size(); i++) {
      Line line = hunk.get(i);
      shown.add(line.sign() + shortened(line.text(), difference(hunk, i)));
    }
  }

  /** Where a line begins to differ from the one that it replaces, or is replaced by. */
  private static int difference(List<Line> hunk, int index) {
    Line line = hunk.get(index);
    int other = index + (line.sign() == '-' ? 1 : -1);
    if (line.sign() == ' ' || other < 0 || other >= hunk.size() || hunk.get(other).sign() == ' ') {
      return 0;
    }
    String text = hunk.get(other).text();
    int i = 0;
    while (i < text.length()
        && i < line.text().length()
        && text.charAt(i) == line.text().charAt(i)) {
      i++;
    }
    return i;
  }

  private static String shortened(String line, int place) {
    if (line.length() <= LONGEST) {
      return line;
    }
    int start = Math.max(0, Math.min(place - BEFORE, line.length() - LONGEST));
    int end = Math.min(line.length(), start + LONGEST);
    return (start > 0 ? "..." : "")
        + line.substring(start, end)
        + (end < line.length() ? "..." : "");
  }
}
