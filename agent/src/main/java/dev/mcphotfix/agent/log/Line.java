package dev.mcphotfix.agent.log;

/**
 * A line of the log, already harmless.
 *
 * @param text the line without its line end
 */
public record Line(Severity severity, String text) {

  /** The entry as that format tells it. */
  public static Line of(Entry entry, LineFormat format) {
    Severity severity = entry.severity();
    return new Line(severity, format.line(severity.name(), entry.event().text(), entry.facts()));
  }

  /** What has to be said where the log itself fails. */
  public static Line warning(String text) {
    return new Line(Severity.WARN, "mcp-hotfix WARN  ".concat(Redaction.oneLine(text)));
  }
}
