package dev.mcphotfix.agent.record;

/** The host's code threw, or may not be called. */
final class HostRefusedException extends RuntimeException {

  HostRefusedException(Throwable cause) {
    super(cause);
  }
}
