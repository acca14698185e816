package dev.mcphotfix.agent.log.host;

import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.log.TextFormat;
import java.util.Map;

/**
 * An entry as the log tells it, already harmless.
 *
 * @param text with our name and the level in front, as stderr has it
 */
record Line(Severity severity, String text) {

  private static final TextFormat FORMAT = new TextFormat();
  private static final int PREFIX = "mcp-hotfix WARN  ".length();

  static Line of(Entry entry) {
    return new Line(
        entry.severity(),
        FORMAT.line(entry.severity().name(), entry.event().text(), entry.facts()));
  }

  static Line warning(String text) {
    return new Line(
        Severity.WARN, FORMAT.line(Severity.WARN.name(), Redaction.oneLine(text), Map.of()));
  }

  /**
   * What the host's logging is given, which adds a name and a level of its own. Old versions of
   * Log4j carry out what they find in a message, and a server's answer may be part of it.
   */
  String message() {
    return text.substring(PREFIX).replace("${", "$?{");
  }
}
