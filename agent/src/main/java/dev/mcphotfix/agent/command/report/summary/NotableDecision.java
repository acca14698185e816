package dev.mcphotfix.agent.command.report.summary;

/** A single decision that somebody should look at. */
public record NotableDecision(Decided decided, Outcome outcome, LoggedAnswer answer) {

  public long time() {
    return decided.time();
  }
}
