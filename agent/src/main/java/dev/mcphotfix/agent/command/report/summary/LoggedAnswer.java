package dev.mcphotfix.agent.command.report.summary;

/**
 * What a server said to a token request; all empty where the log does not have it.
 *
 * @param status three digits
 * @param error the code and the description that came with it
 * @param advice what the agent says about it
 */
public record LoggedAnswer(String status, String error, String advice) {

  static final LoggedAnswer NONE = new LoggedAnswer("", "", "");

  static LoggedAnswer of(LogEntry entry) {
    String error = Shown.foreign(entry.error()) + ' ' + Shown.foreign(entry.description());
    return new LoggedAnswer(
        Shown.status(entry.status()), error.strip(), Shown.advice(entry.advice()));
  }
}
