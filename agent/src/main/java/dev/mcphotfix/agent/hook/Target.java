package dev.mcphotfix.agent.hook;

/** What a hook may replace: an argument, the return value, or a field of {@code this}. */
public sealed interface Target {

  /** The argument at this index, counted from 0, before the method's body runs. */
  record Argument(int index) implements Target {}

  /** All arguments as an array, before the method's body runs. */
  record Arguments() implements Target {}

  /**
   * Nothing: what the method is about to write, a {@code byte[]} with offset and length, a {@code
   * ByteBuffer} or several of them, is only looked at. It is not shown where its first byte is that
   * of JSON, XML or a TLS record, or it is empty.
   */
  record Written() implements Target {}

  /** What the method returns, when it returns normally. */
  record Return() implements Target {}

  /** What the method returns without running, where the handler gives something. */
  record Instead() implements Target {}

  /** A field of {@code this} that the class or a superclass declares. */
  record Field(String name) implements Target {}
}
