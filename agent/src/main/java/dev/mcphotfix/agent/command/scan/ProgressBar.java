package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.scan.application.Progress;
import java.io.PrintWriter;

/** One line on a terminal that is written over as the work goes on, and is gone when it is done. */
final class ProgressBar implements Progress {

  private static final int WIDTH = 40;

  private final PrintWriter terminal;
  private int shown = -1;

  ProgressBar(PrintWriter terminal) {
    this.terminal = terminal;
  }

  @Override
  public void reached(long done, long total) {
    int percent = total == 0 ? 100 : (int) (100 * done / total);
    if (percent != shown) {
      shown = percent;
      terminal.print('\r' + (percent == 100 ? " ".repeat(WIDTH + 8) + '\r' : line(percent)));
      terminal.flush();
    }
  }

  private static String line(int percent) {
    int marks = WIDTH * percent / 100;
    return " [" + "#".repeat(marks) + " ".repeat(WIDTH - marks) + "] " + percent + '%';
  }
}
