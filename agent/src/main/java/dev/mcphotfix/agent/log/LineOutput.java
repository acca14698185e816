package dev.mcphotfix.agent.log;

/** Takes finished lines. Called on host threads; never throws. */
@FunctionalInterface
public interface LineOutput {

  void write(String line);

  /** Lets go of what has to be closed; a later line takes it up again. */
  default void close() {}
}
