package dev.mcphotfix.agent.log.host;

import org.jspecify.annotations.Nullable;

/** Finds the host's logger. */
@FunctionalInterface
interface LoggerSource {

  /**
   * The logger of the first logging that the host has initialised; null where there is none so far.
   *
   * @param last not to wait any more for one that would go before
   */
  @Nullable HostLogger find(boolean last) throws ReflectiveOperationException;
}
