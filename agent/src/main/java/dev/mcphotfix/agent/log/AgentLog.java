package dev.mcphotfix.agent.log;

/** Where entries go. Called on host threads; implementations never throw and never wait. */
@FunctionalInterface
public interface AgentLog {

  void write(Entry entry);

  default void write(Decision decision) {
    write(decision.entry());
  }
}
