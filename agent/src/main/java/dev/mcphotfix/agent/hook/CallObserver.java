package dev.mcphotfix.agent.hook;

/**
 * Sees when a call of woven code begins and ends; called on the host's thread, and never throws.
 */
public interface CallObserver {

  void begun();

  void ended();
}
