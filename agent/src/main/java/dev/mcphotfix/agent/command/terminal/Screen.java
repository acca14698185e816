package dev.mcphotfix.agent.command.terminal;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the same page is shown again and again: in place on a terminal, whose content is there
 * again afterwards, and else one block below the other.
 */
public final class Screen implements AutoCloseable {

  private static final String ENTER = "\u001b[?1049h\u001b[?25l";
  private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
  private static final String HOME = "\u001b[H";
  private static final String REST_OF_LINE = "\u001b[K";
  private static final String REST_OF_SCREEN = "\u001b[J";
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final int ROWS = 24;
  private static final int COLUMNS = 80;

  private final PrintWriter out;
  private final boolean terminal;
  private final Thread leave = new Thread(this::leave, "mcp-hotfix-screen");
  private boolean entered;
  private boolean left;

  public Screen(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** What does not fit on a terminal is cut. */
  public synchronized void show(List<String> lines) {
    if (left) {
      return;
    }
    if (terminal) {
      enter();
      int[] size = size();
      out.print(page(lines, size[0], size[1]));
    } else {
      lines.forEach(out::println);
      out.println();
    }
    out.flush();
  }

  static String page(List<String> lines, int rows, int columns) {
    StringBuilder page = new StringBuilder(HOME);
    boolean fits = lines.size() < rows;
    int shown = fits ? lines.size() : rows - 2;
    for (String line : lines.subList(0, Math.max(0, shown))) {
      page.append(cut(line, columns)).append(REST_OF_LINE).append("\r\n");
    }
    if (!fits) {
      String more = "... " + (lines.size() - shown) + " more lines; a higher window shows them";
      page.append(cut(more, columns)).append(REST_OF_LINE).append("\r\n");
    }
    return page.append(REST_OF_SCREEN).toString();
  }

  /** Orders for colours take no place. */
  private static String cut(String line, int columns) {
    if (COLOUR.matcher(line).replaceAll("").length() <= columns) {
      return line;
    }
    return COLOUR.matcher(line).replaceAll("").substring(0, Math.max(0, columns - 1)) + ">";
  }

  /** Gives the terminal back; also at Ctrl-C. */
  @Override
  public void close() {
    leave();
  }

  private void enter() {
    if (!entered) {
      entered = true;
      Runtime.getRuntime().addShutdownHook(leave);
      out.print(ENTER);
    }
  }

  private synchronized void leave() {
    if (entered && !left) {
      out.print(LEAVE);
      out.flush();
    }
    left = true;
  }

  /** How wide the terminal is. */
  static int columns() {
    return size()[1];
  }

  /** Rows and columns, as {@code stty} tells; those of an old terminal where it does not. */
  private static int[] size() {
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      String told = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      Matcher size = Pattern.compile("([1-9]\\d*) ([1-9]\\d*)\\s*").matcher(told);
      if (size.matches()) {
        return new int[] {Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))};
      }
    } catch (IOException | NumberFormatException notTold) {
      // Then it is as an old terminal.
    }
    return new int[] {ROWS, COLUMNS};
  }
}
