package dev.mcphotfix.agent.record.shape.holder;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A future, which is to look the same from both its ends: whoever completes or cancels one of the
 * two does it to the other, and a failure arrives as it was.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Failures reach whoever has the host's futures.
final class FutureHolder implements RecordHolder {

  private final CompletableFuture<@Nullable Object> future;

  private FutureHolder(CompletableFuture<@Nullable Object> future) {
    this.future = future;
  }

  /** Answers null for a class that does not let itself be completed as others do. */
  @SuppressWarnings("unchecked") // what it is given is what it held, or a copy of it
  static @Nullable FutureHolder of(CompletableFuture<?> future) {
    return plain(future.getClass())
        ? new FutureHolder((CompletableFuture<@Nullable Object>) future)
        : null;
  }

  private static boolean plain(Class<?> type) {
    try {
      return type.getMethod("complete", Object.class).getDeclaringClass()
          == CompletableFuture.class;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  @Override
  public Object healed(UnaryOperator<Object> healer) {
    CompletableFuture<@Nullable Object> next = future.newIncompleteFuture();
    if (future.isCompletedExceptionally()
        || next.getClass() != future.getClass()
        || DeferredHolders.isMade(future)) {
      return future;
    }
    return future.isDone() ? done(next, healer) : pending(DeferredHolders.made(next), healer);
  }

  private Object done(CompletableFuture<@Nullable Object> next, UnaryOperator<Object> healer) {
    Object held = future.getNow(null);
    Object healed = held == null ? null : healer.apply(held);
    if (healed == held) {
      return future;
    }
    next.complete(healed);
    return next;
  }

  private Object pending(CompletableFuture<@Nullable Object> next, UnaryOperator<Object> healer) {
    future.whenComplete(
        (held, failure) -> complete(next, held == null ? null : healer.apply(held), failure));
    next.whenComplete((value, failure) -> giveBack(value, failure));
    return next;
  }

  private void giveBack(@Nullable Object value, @Nullable Throwable failure) {
    // What the host cancels may be a future that does more then than to complete.
    if (!(failure instanceof CancellationException) || !future.cancel(true)) {
      complete(future, value, failure);
    }
  }

  private static void complete(
      CompletableFuture<@Nullable Object> other,
      @Nullable Object value,
      @Nullable Throwable failure) {
    if (failure == null) {
      other.complete(value);
    } else {
      other.completeExceptionally(failure);
    }
  }
}
