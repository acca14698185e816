package dev.mcphotfix.agent.command.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks text between its words, so that it keeps its column on a narrow terminal. */
public final class Wrapping {

  /** What stands in quotation marks is one, since somebody may copy it. */
  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|\\S)+");

  private Wrapping() {}

  /**
   * The lines of the text, which begins in that column; a word that is wider than its line stays
   * whole.
   *
   * @param begin of the first line; orders for colours in it take no place
   * @param columns of the terminal
   */
  public static List<String> lines(String begin, int column, String text, int columns) {
    if (column + text.length() <= columns) {
      return List.of(begin + text);
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    Matcher words = WORD.matcher(text);
    String start = begin;
    while (words.find()) {
      if (!line.isEmpty() && column + line.length() + 1 + words.group().length() > columns) {
        lines.add(start + line);
        start = " ".repeat(column);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(words.group());
    }
    lines.add(start + line);
    return lines;
  }
}
