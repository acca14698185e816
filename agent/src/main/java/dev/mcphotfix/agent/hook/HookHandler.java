package dev.mcphotfix.agent.hook;

import org.jspecify.annotations.Nullable;

/** What happens when the host calls a woven method. Runs on the host's thread. */
@FunctionalInterface
public interface HookHandler {

  /**
   * Answers the value to use in place of {@code invocation.value()}, or null to leave it alone.
   *
   * <p>May throw anything; the caller leaves the value alone then and reports it.
   */
  @Nullable Object handle(Invocation invocation);
}
