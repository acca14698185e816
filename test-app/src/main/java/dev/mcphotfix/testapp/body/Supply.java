package dev.mcphotfix.testapp.body;

import java.util.Locale;

/** How an application supplies a body that it has promised. */
public enum Supply {
  AT_ONCE,
  EMPTY,
  /** Three bytes fewer come than are told. */
  TOO_SHORT,
  /** Three bytes more come than are told. */
  TOO_LONG,
  /** Its producer throws half way. */
  BREAKS_OFF,
  /** By the thread that calls, once the call has returned. */
  WRITTEN_AFTER_THE_CALL,
  /** No sooner than somebody waits for it. */
  LATE,
  /** All bytes that are told come, and no end. */
  NOT_CLOSED,
  /** One half comes, and no end. */
  NEVER_ENDS;

  /** Whether it makes sense for a body whose length is told, or for one whose length is not. */
  boolean isFor(boolean told) {
    return told || !(this == TOO_SHORT || this == TOO_LONG || this == NOT_CLOSED);
  }

  /** Whether it is there before it is asked for. */
  boolean isThere() {
    return this == AT_ONCE || this == EMPTY;
  }

  /** Whether whoever reads it comes to an end. */
  boolean ends() {
    return this != NOT_CLOSED && this != NEVER_ENDS;
  }

  /** Whether the call may wait until its time is over, as the promise is broken. */
  boolean mayHang() {
    return !ends() || this == TOO_SHORT || this == TOO_LONG || this == BREAKS_OFF;
  }

  /** In bytes, of a form of this length. */
  long told(int form) {
    return switch (this) {
      case EMPTY -> 0;
      case TOO_SHORT -> form + 3;
      case TOO_LONG -> form - 3;
      default -> form;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
