package dev.mcphotfix.agent.log;

/**
 * Where entries go. Called on host threads; implementations never throw, and never wait for another
 * thread to do something. What is written to stderr or to a file is written on the thread that
 * calls, and lasts as long as the operating system takes for a line, as a line of the host's own on
 * stderr does; with {@code log=host} a line only enters a queue.
 */
@FunctionalInterface
public interface AgentLog {

  void write(Entry entry);

  default void write(Decision decision) {
    write(decision.entry());
  }
}
