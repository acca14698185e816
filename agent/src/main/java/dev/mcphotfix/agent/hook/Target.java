package dev.mcphotfix.agent.hook;

/** What a hook may replace: an argument, the return value, or a field of {@code this}. */
public sealed interface Target {

  /** The argument at this index, counted from 0, before the method's body runs. */
  record Argument(int index) implements Target {}

  /** All arguments as an array, before the method's body runs. */
  record Arguments() implements Target {}

  /** What the method returns, when it returns normally. */
  record Return() implements Target {}

  /** What the method returns without running, where the handler gives something. */
  record Instead() implements Target {}

  /** A field of {@code this} that the class or a superclass declares. */
  record Field(String name) implements Target {}
}
