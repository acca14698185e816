package dev.mcphotfix.agent.config.rule;

/** How a rule says which MCP server it is about. */
public sealed interface ServerReference {

  /** The server that is configured under this name. */
  record Named(String name) implements ServerReference {}

  /**
   * What the argument at this index, counted from 0, holds: a server's name, its url, or the key of
   * its record in a store.
   */
  record Argument(int index) implements ServerReference {}

  /** What the record itself states, and the key under which a store document keeps it. */
  record FromRecord() implements ServerReference {}

  /** The only server that is configured, unless the record states another. */
  record OnlyConfigured() implements ServerReference {}
}
