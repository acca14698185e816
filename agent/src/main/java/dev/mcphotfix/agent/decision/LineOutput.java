package dev.mcphotfix.agent.decision;

/** Takes finished lines. Called on host threads; never throws. */
@FunctionalInterface
public interface LineOutput {

  void write(String line);
}
