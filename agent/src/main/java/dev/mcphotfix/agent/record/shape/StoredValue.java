package dev.mcphotfix.agent.record.shape;

import org.jspecify.annotations.Nullable;

/** What a record holds after it was given a value by the host's own means. */
public final class StoredValue {

  private StoredValue() {}

  /** Whether that is the value, or what the host makes of a text when it stores one itself. */
  public static boolean isOf(Object given, @Nullable Object before, @Nullable Object after) {
    boolean made =
        given instanceof String
            && after instanceof String text
            && !text.isBlank()
            && !text.equals(before);
    return made || given.equals(after);
  }
}
