package dev.mcphotfix.agent.command.classpath;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much may still be unpacked from one archive and from those inside it. */
final class Budget {

  private static final long BYTES = 4L << 30;
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

  /** What is read from the stream counts; it ends with an exception where the budget does. */
  InputStream counted(InputStream unpacked) throws TooLargeException {
    spend(0);
    return new FilterInputStream(unpacked) {
      @Override
      public int read() throws IOException {
        int value = super.read();
        spend(value < 0 ? 0 : 1);
        return value;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        spend(Math.max(0, count));
        return count;
      }
    };
  }

  private void spend(int count) throws TooLargeException {
    bytes -= count;
    if (bytes < 0) {
      throw new TooLargeException();
    }
  }

  /** The archive unpacks to more than anybody deploys. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    TooLargeException() {
      super("it unpacks to more than is sensible; the rest of it is left out");
    }
  }
}
