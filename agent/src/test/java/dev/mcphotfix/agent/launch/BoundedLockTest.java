package dev.mcphotfix.agent.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a thread of the host waits for one that wakes the agent. */
class BoundedLockTest {

  private static final long LONG = 60_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final CountDownLatch release = new CountDownLatch(1);
  private final CountDownLatch held = new CountDownLatch(1);
  private final CompletableFuture<Void> holder = CompletableFuture.runAsync(this::hold);

  private void hold() {
    lock.lock();
    try {
      held.countDown();
      release.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      lock.unlock();
    }
  }

  @AfterEach
  void endsTheHolder() {
    Thread.interrupted();
    release.countDown();
    holder.join();
  }

  @Test
  void getsWhatIsFree() throws Exception {
    held.await();
    release.countDown();

    assertThat(BoundedLock.lock(lock, LONG)).isTrue();

    lock.unlock();
  }

  @Test
  void givesUpInTheEnd() throws Exception {
    held.await();

    assertThat(BoundedLock.lock(lock, 1)).isFalse();
  }

  @Test
  void leavesAnInterruptToTheHost() throws Exception {
    held.await();
    Thread.currentThread().interrupt();

    assertThat(BoundedLock.lock(lock, 1)).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void isNotInterruptedWhereTheHostWasNot() throws Exception {
    held.await();

    assertThat(BoundedLock.lock(lock, 1)).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
