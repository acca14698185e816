package dev.mcphotfix.agent.report;

/**
 * What a server said to a token request; all empty where the log does not have it.
 *
 * @param status three digits
 * @param error the code and the description that came with it
 * @param advice what the agent says about it
 */
record Answer(String status, String error, String advice) {

  static final Answer NONE = new Answer("", "", "");

  static Answer of(LogEntry entry) {
    String error = Shown.foreign(entry.error()) + ' ' + Shown.foreign(entry.description());
    return new Answer(Shown.status(entry.status()), error.strip(), Shown.advice(entry.advice()));
  }
}
