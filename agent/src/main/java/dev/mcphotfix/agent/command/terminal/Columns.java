package dev.mcphotfix.agent.command.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lines of cells that stand below each other. */
public final class Columns {

  private static final String GAP = "  ";

  /** A row, or a single line below one. */
  private final List<List<String>> rows = new ArrayList<>();

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

  /** A row of two cells at least, the last of which may be as long as it likes. */
  public Columns add(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** A line below the last row, for what has no place in a column. */
  public Columns addBelow(String line) {
    rows.add(List.of(line));
    return this;
  }

  /** None where there is nothing below the titles. */
  public List<String> lines() {
    return rows.size() == 1 ? List.of() : rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    if (row.size() == 1) {
      return row.get(0);
    }
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
        .filter(row -> row.size() > Math.max(1, column))
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }
}
