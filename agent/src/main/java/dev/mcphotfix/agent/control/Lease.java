package dev.mcphotfix.agent.control;

import dev.mcphotfix.agent.host.AgentThread;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Renews an answer each second for a while, so that who watches need not load the agent each time,
 * of which a JVM from 21 on warns on stderr. Ends by itself: the watcher may be gone.
 */
final class Lease {

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread;

  /**
   * @param renewal is told how often it was called, from 1 on; called on a thread of the agent
   */
  Lease(int seconds, IntConsumer renewal) {
    thread = new AgentThread(() -> run(seconds, renewal), "mcp-hotfix-status");
    thread.start();
  }

  /** Whether it is this lease that calls. */
  boolean isCalling() {
    return Thread.currentThread() == thread;
  }

  void end() {
    ended.countDown();
  }

  private void run(int seconds, IntConsumer renewal) {
    try {
      for (int i = 1; i <= seconds && !ended.await(1, TimeUnit.SECONDS); i++) {
        renewal.accept(i);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
