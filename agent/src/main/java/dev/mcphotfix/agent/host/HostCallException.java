package dev.mcphotfix.agent.host;

import org.jspecify.annotations.Nullable;

/** A library of the host is not as its adapter expects it; the request is left alone. */
public final class HostCallException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public HostCallException(String message) {
    super(message);
  }

  public HostCallException(@Nullable Throwable cause) {
    super(cause);
  }
}
