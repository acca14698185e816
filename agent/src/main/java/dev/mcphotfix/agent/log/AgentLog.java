package dev.mcphotfix.agent.log;

/**
 * Where entries go. Called on host threads; implementations never throw, and never wait for another
 * thread, a file or a stream: a line only enters a queue.
 */
@FunctionalInterface
public interface AgentLog {

  void write(Entry entry);

  /** The same for what becomes an entry where somebody wants one: most of them are but counted. */
  default void write(Decision decision) {
    write(decision.entry());
  }
}
