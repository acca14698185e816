package dev.mcphotfix.agent.record.shape.bean;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How objects of an immutable class of the host answer a copy that has another value. */
sealed interface BeanCopy permits BuilderCopy, CanonicalCopy, DataClassCopy {

  /** The name of a method of that verb for a property, as {@code setClientId}. */
  static String after(String verb, String property) {
    String first = property.substring(0, 1).toUpperCase(Locale.ROOT);
    return verb.concat(first).concat(property.substring(1));
  }

  /** Answers null where the host made none. */
  @Nullable Object with(Object bean, @Nullable Object value);
}
