package dev.mcphotfix.agent.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;

/** What makes a thread wait for time to pass or for another thread, with a limit or without. */
final class Waiting extends DescribedPredicate<JavaAccess<?>> {

  private static final List<Wait> WAITS =
      List.of(
          new Wait(Object.class, "wait"),
          new Wait(Thread.class, "sleep"),
          new Wait(Thread.class, "join"),
          new Wait(Future.class, "get"),
          new Wait(CompletableFuture.class, "join"),
          new Wait(ExecutorService.class, "awaitTermination"),
          new Wait(CountDownLatch.class, "await"),
          new Wait(CyclicBarrier.class, "await"),
          new Wait(Condition.class, "await"),
          new Wait(BlockingQueue.class, "take"),
          new Wait(BlockingQueue.class, "put"),
          new Wait(Semaphore.class, "acquire"),
          new Wait(LockSupport.class, "park"));

  Waiting() {
    super("something that waits");
  }

  @Override
  public boolean test(JavaAccess<?> access) {
    return access instanceof JavaCodeUnitAccess<?>
        && WAITS.stream().anyMatch(wait -> wait.isMeant(access.getTargetOwner(), access.getName()));
  }

  /** One method, and those that are called after it, as {@code parkNanos}. */
  private record Wait(Class<?> type, String name) {

    boolean isMeant(JavaClass owner, String method) {
      boolean variant = type != Object.class && type != Future.class && method.startsWith(name);
      return (variant || method.equals(name)) && owner.isAssignableTo(type);
    }
  }
}
