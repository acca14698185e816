package dev.mcphotfix.agent.command.log;

import java.io.IOException;
import java.io.InputStream;

/** Holds one line of a log at a time. */
final class LineBuffer {

  /** No line of the log is half as long. */
  static final int LONGEST = 64 * 1024;

  private final byte[] line = new byte[LONGEST];

  /** Where the line is; the same array for all. */
  byte[] bytes() {
    return line;
  }

  /** Its length, one more than fits where it is too long; -1 behind the last. */
  int next(InputStream log) throws IOException {
    int next = log.read();
    if (next < 0) {
      return -1;
    }
    int length = 0;
    for (; next >= 0 && next != '\n'; next = log.read()) {
      if (length < LONGEST) {
        line[length] = (byte) next;
      }
      length = Math.min(length + 1, LONGEST + 1);
    }
    return length == 1 && line[0] == '\r' ? 0 : length;
  }
}
