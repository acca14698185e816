package dev.mcphotfix.agent.record.shape.holder;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What holds a record, or will hold one. */
public sealed interface RecordHolder permits OptionalHolder, FutureHolder, ReactorHolder {

  /** Answers null where the value is no such holder. */
  static @Nullable RecordHolder of(Object value) {
    if (value instanceof Optional<?> optional) {
      return new OptionalHolder(optional);
    }
    return value instanceof CompletableFuture<?> future
        ? FutureHolder.of(future)
        : ReactorHolder.of(value);
  }

  /**
   * Answers the holder to use: the very one it is, as far as that can be. Never waits.
   *
   * @param healer is given what is held, now or when it comes, and answers what is to be; never
   *     throws
   */
  Object healed(UnaryOperator<Object> healer);
}
