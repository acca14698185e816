package dev.mcphotfix.agent.config.rule;

/** How a rule knows which server it is about. */
public sealed interface RuleServer {

  /** The server that is configured under this name. */
  record Named(String name) implements RuleServer {}

  /** The name or url in the argument at this index, counted from 0. */
  record Argument(int index) implements RuleServer {}

  /** What the record itself says in its {@code serverName} or {@code serverUrl}. */
  record FromRecord() implements RuleServer {}
}
