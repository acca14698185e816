package dev.mcphotfix.agent.host;

/** Carries what the host's own code threw through code of ours, to where it was called from. */
final class HostThrew extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Throwable thrown;

  HostThrew(Throwable thrown) {
    super(null, null, false, false);
    this.thrown = thrown instanceof HostThrew other ? other.thrown : thrown;
  }

  /** The same exception where nothing was called: that is a failure of ours. */
  static RuntimeException of(HostCallException failure) {
    Throwable thrown = failure.getCause();
    return thrown == null ? failure : new HostThrew(thrown);
  }

  Throwable thrown() {
    return thrown;
  }
}
