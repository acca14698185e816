package dev.mcphotfix.agent.record.shape.bean;

import org.jspecify.annotations.Nullable;

/** How objects of an immutable class of the host answer a copy that has another value. */
sealed interface BeanCopy permits BuilderCopy, DataClassCopy {

  /** Answers null where the host made none. */
  @Nullable Object with(Object bean, @Nullable Object value);
}
