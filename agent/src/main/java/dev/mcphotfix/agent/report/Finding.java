package dev.mcphotfix.agent.report;

/** A single decision that somebody should look at. */
record Finding(Decided decided, Outcome outcome, Answer answer) {

  long time() {
    return decided.time();
  }
}
