package dev.mcphotfix.agent.oauth.decision;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;

/** Breaks the rules of the house, so that a test can see each of them fail. */
public final class Intruder {

  static final List<Class<?>> KNOWN = List.of(dev.mcphotfix.agent.record.Intruder.class);

  private Intruder() {}

  @SuppressWarnings({"WaitNotInLoop", "ThreadJoinLoop"}) // It never runs.
  static void waitFor(Object monitor, Thread thread, Future<?> future) throws Exception {
    synchronized (monitor) {
      monitor.wait();
    }
    Thread.sleep(1);
    thread.join();
    future.get();
    LockSupport.park();
  }

  @SuppressWarnings("WaitNotInLoop") // It never runs.
  static void waitFor(
      CountDownLatch latch, Condition condition, BlockingQueue<Object> queue, Semaphore semaphore)
      throws InterruptedException {
    latch.await();
    condition.await();
    queue.put(queue.take());
    semaphore.acquire();
  }
}
