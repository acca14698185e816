package dev.mcphotfix.agent.log.host;

import dev.mcphotfix.agent.log.Severity;

/**
 * A logger of the host's. What the host's code throws passes through; for the agent's own thread
 * only.
 */
interface HostLogger {

  /**
   * Whether what is given to it goes anywhere. Frameworks close their logging while they configure
   * it, and close it for good when the JVM ends.
   */
  boolean isOpen() throws ReflectiveOperationException;

  void log(Severity severity, String message) throws ReflectiveOperationException;

  /** Which logging it is, and whose. */
  String description();
}
