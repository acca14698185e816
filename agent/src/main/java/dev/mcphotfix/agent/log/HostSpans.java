package dev.mcphotfix.agent.log;

import org.jspecify.annotations.Nullable;

/**
 * The spans of the host's own tracing, to which a trace is told as well. Called on the host's
 * threads; implementations never throw, and never wait.
 */
public interface HostSpans {

  /** Tells nothing to any. No lambda, which would cost time. */
  HostSpans NONE = new HostSpans() {};

  /**
   * The span in which the calling thread is, for what is told of it on another one; null for none.
   * It may be kept: it holds nothing of the host's.
   */
  default @Nullable Object here() {
    return null;
  }

  /**
   * Is told an entry of the trace.
   *
   * @param sentIn what {@link #here} has answered where the client began what is told
   */
  default void write(Entry entry, @Nullable Object sentIn) {}
}
