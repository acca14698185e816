package dev.mcphotfix.agent.command.report.summary;

/** What a decision was about. */
public enum Kind {
  REQUEST("request"),
  RECORD("record");

  private final String text;

  Kind(String text) {
    this.text = text;
  }

  /** The word for it in a report. */
  public String text() {
    return text;
  }
}
