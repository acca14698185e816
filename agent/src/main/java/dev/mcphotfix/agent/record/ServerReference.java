package dev.mcphotfix.agent.record;

/** How a rule says which MCP server the record at its hook belongs to. */
public sealed interface ServerReference {

  /** The server that is configured under this name. */
  record Named(String name) implements ServerReference {}

  /** What the argument at this index holds: a server's name, its url, or a {@link StoreKey}. */
  record Argument(int index) implements ServerReference {}

  /** What the record itself states, and the key under which a store document keeps it. */
  record FromRecord() implements ServerReference {}

  /** The only server that is configured, unless the record states another. */
  record OnlyConfigured() implements ServerReference {}
}
