package dev.mcphotfix.agent.launch;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Is waited for by threads of the host, with a limit: the thread that has it may need what such a
 * thread holds. Loaded when the agent is woken, and not by a start.
 */
final class BoundedLock {

  private BoundedLock() {}

  /**
   * Whether the calling thread has the lock now. An interrupt meanwhile is for the host to see.
   *
   * @param longest milliseconds
   */
  static boolean lock(ReentrantLock lock, long longest) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(longest);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return lock.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
