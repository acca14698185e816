package dev.mcphotfix.agent.command.report.trace.curl;

import dev.mcphotfix.agent.log.Redaction;

/**
 * Words of a log for a POSIX shell. A log may have been written by anybody: nothing of it may be
 * more than text there.
 */
final class ShellText {

  private ShellText() {}

  /** One word, whatever is in it: between such quotation marks nothing has a meaning. */
  static String quoted(String text) {
    return '\'' + Redaction.oneLine(text).replace("'", "'\\''") + '\'';
  }

  /** A remark, which ends with its line. */
  static String remark(String text) {
    return "# " + Redaction.oneLine(text);
  }
}
