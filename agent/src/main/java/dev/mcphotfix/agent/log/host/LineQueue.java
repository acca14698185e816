package dev.mcphotfix.agent.log.host;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Lines on their way, so many at most. A line stays until it has arrived, so that whoever finds its
 * delivery stuck can take it over. Thread-safe; the lock is held for an instant.
 */
final class LineQueue {

  static final int CAPACITY = 1_000;

  private final Deque<Line> lines = new ArrayDeque<>();
  private long dropped;
  private boolean ended;

  /** False where it takes no more; a line that found no room is counted. */
  synchronized boolean offer(Line line) {
    if (ended) {
      return false;
    }
    if (lines.size() < CAPACITY) {
      lines.addLast(line);
      notifyAll();
    } else {
      dropped++;
    }
    return true;
  }

  /** The first line once there is one; null where it has ended. */
  synchronized @Nullable Line first() throws InterruptedException {
    while (lines.isEmpty() && !ended) {
      wait();
    }
    return ended ? null : lines.peekFirst();
  }

  /** The first line has arrived, unless someone else has taken it meanwhile. */
  @SuppressWarnings("ReferenceEquality") // An equal line is another one.
  synchronized void remove(Line line) {
    if (lines.peekFirst() == line) {
      lines.removeFirst();
    }
  }

  /** Waits so long at most, less if it fills up or ends. */
  synchronized void pause(long milliseconds) throws InterruptedException {
    long end = System.nanoTime() + milliseconds * 1_000_000;
    long left = milliseconds;
    while (left > 0 && !ended && !isFull()) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }

  synchronized boolean isFull() {
    return lines.size() >= CAPACITY;
  }

  /** How many found no room since this was asked last. */
  synchronized long takeDropped() {
    long count = dropped;
    dropped = 0;
    return count;
  }

  /** From now on it takes no line; those that are in it are left to {@link #takeRest}. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** The first of what is left; null where nothing is. */
  synchronized @Nullable Line takeRest() {
    return lines.pollFirst();
  }

  synchronized @Nullable Line firstLeft() {
    return lines.peekFirst();
  }
}
