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
    String error =
        Shown.foreign(entry.text("error")) + ' ' + Shown.foreign(entry.text("error_description"));
    return new LoggedAnswer(
        Shown.status(entry.text("status")), error.strip(), Shown.foreign(entry.text("advice")));
  }
}
