package dev.mcphotfix.agent.host;

import org.jspecify.annotations.Nullable;

/**
 * The host's code is not as it is expected, may not be called, or threw; what was to be done with
 * it is left undone. What the host threw is the cause, and nothing else is one.
 */
public final class HostCallException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public HostCallException(String message) {
    super(message);
  }

  HostCallException(@Nullable Throwable thrown) {
    super(thrown);
  }

  /** What went wrong, for the log: of what the host threw its class, as the text is the host's. */
  public static String reason(Throwable failure) {
    Throwable thrown = failure instanceof HostCallException ? failure.getCause() : failure;
    return thrown == null ? String.valueOf(failure.getMessage()) : thrown.getClass().getName();
  }
}
