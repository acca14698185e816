package dev.mcphotfix.agent.command.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lines of cells that stand below each other. */
public final class Columns {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final List<List<String>> below = new ArrayList<>();
  private final Set<Integer> right;

  /**
   * Columns below titles.
   *
   * @param right which columns stand at the right, as numbers do; the first is 0
   */
  public Columns(Set<Integer> right, String... titles) {
    this.right = Set.copyOf(right);
    add(titles);
  }

  /** The last cell of a row may be as long as it likes. */
  public Columns add(String... cells) {
    rows.add(List.of(cells));
    below.add(new ArrayList<>());
    return this;
  }

  /** A line below the last row, for what has no place in a column. */
  public Columns addBelow(String line) {
    below.get(below.size() - 1).add(line);
    return this;
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      lines.add(line(rows.get(i)));
      lines.addAll(below.get(i));
    }
    return lines;
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String space = " ".repeat(width(i) - row.get(i).length());
      line.append(i == 0 ? "" : GAP);
      line.append(right.contains(i) ? space + row.get(i) : row.get(i) + space);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }
}
