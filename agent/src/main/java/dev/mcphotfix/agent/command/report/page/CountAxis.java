package dev.mcphotfix.agent.command.report.page;

import java.util.List;
import java.util.stream.LongStream;

/**
 * The round numbers beside a chart, from none to at least the most that it shows.
 *
 * @param step from one to the next: 1, 2 or 5 and zeros
 */
record CountAxis(long step, long top) {

  private static final int MOST_STEPS = 4;

  static CountAxis to(long most) {
    long step = 1;
    for (int i = 0; step * MOST_STEPS < most; i++) {
      step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    return new CountAxis(step, Math.max(1, (most + step - 1) / step) * step);
  }

  List<Long> ticks() {
    return LongStream.rangeClosed(0, top / step).mapToObj(i -> i * step).toList();
  }
}
