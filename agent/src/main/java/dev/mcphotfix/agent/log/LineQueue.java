package dev.mcphotfix.agent.log;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Lines on their way, so many at most, and where lines found no room, one that says how many. A
 * line stays until it has arrived, so that whoever finds its delivery stuck can take it over.
 * Thread-safe; the lock is held for an instant.
 */
final class LineQueue {

  static final int CAPACITY = 1_000;

  private final Deque<Line> lines = new ArrayDeque<>();
  private final LineFormat format;
  private final LogMemory memory;
  private long entered;
  private long left;
  private long lost;
  private boolean attended;
  private boolean ended;

  /**
   * @param format of the line about those that found no room, which {@code memory} counts, too
   */
  LineQueue(LineFormat format, LogMemory memory) {
    this.format = format;
    this.memory = memory;
  }

  /** Whether nobody takes lines, which is now for the caller to see to. */
  synchronized boolean offer(Line line) {
    if (lines.size() < CAPACITY) {
      tellLost();
      add(line);
    } else {
      lost++;
      memory.lose();
    }
    boolean alone = !attended;
    attended = true;
    return alone;
  }

  private void add(Line line) {
    lines.addLast(line);
    entered++;
    notifyAll();
  }

  /** At the place of those that were lost. */
  private void tellLost() {
    if (lost > 0) {
      Entry entry = Entry.of(Severity.WARN, Notice.LINES_LOST);
      add(Line.of(entry.with("count", Long.toString(lost)), format));
      lost = 0;
    }
  }

  /** The first line once there is one; null where it has ended, and who takes lines may go. */
  synchronized @Nullable Line first() {
    try {
      while (lines.isEmpty() && lost == 0 && !ended) {
        wait();
      }
    } catch (InterruptedException interrupted) { // By code of the host that ends all threads.
      ended = true;
    }
    Line first = peek();
    attended = first != null;
    return first;
  }

  private @Nullable Line peek() {
    if (lines.isEmpty()) {
      tellLost();
    }
    return lines.peekFirst();
  }

  /** The first line has arrived, unless someone else has taken it meanwhile. */
  @SuppressWarnings("ReferenceEquality") // An equal line is another one.
  synchronized void remove(Line line) {
    if (lines.peekFirst() == line) {
      take();
    }
  }

  /** The first line will not arrive. */
  void lose(Line line) {
    memory.lose();
    remove(line);
  }

  /** Takes the first line over; null where there is none. */
  synchronized @Nullable Line take() {
    Line first = peek();
    if (first != null) {
      lines.removeFirst();
      left++;
      notifyAll();
    }
    return first;
  }

  /** Nobody could be found to take lines; the next line asks again. */
  synchronized void abandon() {
    attended = false;
  }

  /** Waits so long at most, less if it fills up or ends. */
  synchronized void pause(long milliseconds) {
    long end = System.nanoTime() + milliseconds * 1_000_000;
    try {
      for (long rest = milliseconds; rest > 0 && !ended && !isFull(); rest = until(end)) {
        wait(rest);
      }
    } catch (InterruptedException interrupted) {
      ended = true;
    }
  }

  /** Waits so long at most until all that has entered so far has left. */
  synchronized void flush(long milliseconds) {
    long end = System.nanoTime() + milliseconds * 1_000_000;
    long last = entered;
    try {
      for (long rest = milliseconds; rest > 0 && left < last; rest = until(end)) {
        wait(rest);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static long until(long end) {
    return (end - System.nanoTime()) / 1_000_000;
  }

  synchronized boolean isFull() {
    return lines.size() >= CAPACITY;
  }

  /** From now on who takes lines goes when none is left; the next line asks for another one. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  synchronized boolean isEnded() {
    return ended;
  }
}
