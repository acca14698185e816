package dev.mcphotfix.agent.host;

/** The host's code threw, or may not be called. */
public final class HostRefusedException extends RuntimeException {

  HostRefusedException(Throwable cause) {
    super(cause);
  }
}
