package dev.mcphotfix.agent.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines on their way, so many at most, and where lines found no room, one that says how many. A
 * line stays until it has arrived, so that whoever finds its delivery stuck can take it over.
 * Thread-safe; the lock is held for an instant, and by who delivers lines once for all that are
 * there.
 */
final class LineQueue {

  static final int CAPACITY = 1_000;

  private final Deque<Line> lines = new ArrayDeque<>();
  private final LineFormat format;
  private final LogMemory memory;

  /** How many lines have come, which numbers them. */
  private volatile long entered;

  /** How many are no longer here. */
  private volatile long left;

  /** Behind the last that has arrived; all before it may go. Written by who delivers lines. */
  private volatile long arrived;

  private volatile int flushing;
  private volatile boolean ended;
  private long lost;
  private boolean attended;
  private boolean idle;

  /**
   * Lines to deliver, one after the other.
   *
   * @param first number of the first of them
   */
  record Batch(long first, List<Line> lines) {}

  /**
   * @param format of the line about those that found no room, which {@code memory} counts, too
   */
  LineQueue(LineFormat format, LogMemory memory) {
    this.format = format;
    this.memory = memory;
  }

  /** Whether nobody takes lines, which is now for the caller to see to. */
  synchronized boolean offer(Line line) {
    if (isFull()) {
      lost++;
      memory.lose();
    } else {
      tellLost();
      add(line);
    }
    boolean alone = !attended;
    attended = true;
    return alone;
  }

  private void add(Line line) {
    if (lines.size() >= CAPACITY) {
      settle();
    }
    lines.addLast(line);
    long number = entered;
    entered = number + 1;
    if (idle || isFull()) {
      notifyAll();
    }
  }

  /** At the place of those that were lost. */
  private void tellLost() {
    if (lost > 0) {
      Entry entry = Entry.of(Severity.WARN, Notice.LINES_LOST);
      add(Line.of(entry.with("count", Long.toString(lost)), format));
      lost = 0;
    }
  }

  /** What has arrived goes. */
  private void settle() {
    long first = left;
    for (; first < arrived; first++) {
      lines.removeFirst();
    }
    left = first;
  }

  /** All lines once there is one; none where it has ended, and who takes lines may go. */
  synchronized Batch next() {
    settle();
    try {
      while (lines.isEmpty() && lost == 0 && !ended) {
        idle = true;
        wait();
      }
    } catch (InterruptedException interrupted) { // By code of the host that ends all threads.
      ended = true;
    }
    idle = false;
    if (lines.isEmpty()) {
      tellLost();
    }
    attended = !lines.isEmpty();
    return new Batch(left, List.copyOf(lines));
  }

  /** Whether nobody else has taken that line meanwhile. */
  boolean has(long number) {
    return left <= number;
  }

  /** The line will not arrive. For who delivers lines. */
  void lose(long number) {
    memory.lose();
    arrived(number);
  }

  /** The line has arrived, as have all before it. For who delivers lines. */
  void arrived(long number) {
    arrived = number + 1;
    if (flushing > 0) {
      wake();
    }
  }

  private synchronized void wake() {
    notifyAll();
  }

  /** Takes the first line over; null where there is none. */
  synchronized @Nullable Line take() {
    settle();
    if (lines.isEmpty()) {
      tellLost();
    }
    Line first = lines.pollFirst();
    if (first != null) {
      long next = left + 1;
      left = next;
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
    flushing++;
    try {
      for (long rest = milliseconds; rest > 0 && gone() < last; rest = until(end)) {
        wait(rest);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      flushing--;
    }
  }

  private static long until(long end) {
    return (end - System.nanoTime()) / 1_000_000;
  }

  private long gone() {
    return Math.max(left, arrived);
  }

  boolean isFull() {
    return entered - gone() >= CAPACITY;
  }

  /** From now on who takes lines goes when none is left; the next line asks for another one. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  boolean isEnded() {
    return ended;
  }
}
