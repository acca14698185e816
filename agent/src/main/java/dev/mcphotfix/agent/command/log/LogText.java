package dev.mcphotfix.agent.command.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a log in UTF-8, without a byte order mark: what a shell of Windows writes into a
 * file has one, and may be UTF-16.
 */
final class LogText extends InputStream {

  private static final int MARK = '\ufeff';
  private static final int LONGEST_START = 400;

  private final Reader reader;
  private final char[] text = new char[8192];
  private byte[] bytes = {};
  private int next;

  private LogText(InputStream log, Charset charset) {
    this.reader = new InputStreamReader(log, charset);
  }

  /**
   * The same log, as it is where it has no mark.
   *
   * @param log of which marks are supported
   */
  static InputStream of(InputStream log) throws IOException {
    log.mark(3);
    byte[] start = log.readNBytes(3);
    log.reset();
    int two = start.length < 2 ? 0 : ((start[0] & 0xff) << 8) | (start[1] & 0xff);
    if (two == MARK || two == 0xfffe) {
      return new LogText(log, StandardCharsets.UTF_16);
    }
    if (two == 0xefbb && start.length == 3 && start[2] == (byte) 0xbf) {
      log.skipNBytes(3);
    }
    return log;
  }

  /** Whether a line is one of the agent's log, written as text. */
  static boolean isTextLog(byte[] line, int length) {
    String start = new String(line, 0, Math.min(length, LONGEST_START), StandardCharsets.UTF_8);
    return start.contains("mcp-hotfix INFO ")
        || start.contains("mcp-hotfix WARN ")
        || start.contains("mcp-hotfix DEBUG ");
  }

  @Override
  public int read() throws IOException {
    return isAtEnd() ? -1 : bytes[next++] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (isAtEnd()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - next);
    System.arraycopy(bytes, next, buffer, offset, count);
    next += count;
    return count;
  }

  private boolean isAtEnd() throws IOException {
    if (next == bytes.length) {
      int count = Math.max(0, reader.read(text, 0, text.length - 1));
      if (count > 0 && Character.isHighSurrogate(text[count - 1])) {
        int second = reader.read();
        text[count] = (char) second;
        count += second < 0 ? 0 : 1;
      }
      bytes = new String(text, 0, count).getBytes(StandardCharsets.UTF_8);
      next = 0;
    }
    return bytes.length == 0;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
