package dev.mcphotfix.agent.command.scan;

import java.io.IOException;

/** How much may still be unpacked from one archive and from those inside it. */
final class Budget {

  private static final long BYTES = 8L << 30;
  private static final int ENTRIES = 2_000_000;

  private long bytes;
  private int entries;

  Budget() {
    this(BYTES, ENTRIES);
  }

  Budget(long bytes, int entries) {
    this.bytes = bytes;
    this.entries = entries;
  }

  void entry() throws TooLargeException {
    if (--entries < 0) {
      throw new TooLargeException();
    }
  }

  void unpacked(long count) throws TooLargeException {
    bytes -= count;
    if (bytes < 0) {
      throw new TooLargeException();
    }
  }

  /** The archive unpacks to more than anybody deploys. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;
  }
}
