package dev.mcphotfix.agent.command.log;

/**
 * What a server said to a token request; all empty where the log does not have it.
 *
 * @param status three digits
 * @param error the code and the description that came with it
 * @param advice what the agent says about it
 * @param warns whether the log says that the operator should look
 */
public record LoggedAnswer(String status, String error, String advice, boolean warns) {

  /** There is none in the log. */
  public static final LoggedAnswer NONE = new LoggedAnswer("", "", "", false);

  public static LoggedAnswer of(LogEntry entry) {
    String error =
        Shown.foreign(entry.text("error")) + ' ' + Shown.foreign(entry.text("error_description"));
    return new LoggedAnswer(
        Shown.status(entry.text("status")),
        error.strip(),
        Shown.foreign(entry.text("advice")),
        entry.warns());
  }

  /**
   * What became of a request that went out with the id. A redirection is neither: the client goes
   * on to ask elsewhere. Some servers refuse with a status of 200, and of a success that was seen
   * the agent has no advice to give.
   */
  public Outcome outcome() {
    if (status.isEmpty()) {
      return Outcome.UNANSWERED;
    }
    if (status.startsWith("1") || status.startsWith("3")) {
      return Outcome.OPEN;
    }
    if (!status.startsWith("2") || !error.isEmpty()) {
      return Outcome.REFUSED;
    }
    return advice.isEmpty() ? Outcome.HEALED : Outcome.UNPROVEN;
  }

  /**
   * What is the same in answers that a report shows as one.
   *
   * @param withWords whether what the server and the agent said makes a difference
   */
  public LoggedAnswer alike(boolean withWords) {
    return new LoggedAnswer(status, withWords ? error : "", withWords ? advice : "", false);
  }

  /** What the server said, in a few words; empty if there is no answer. */
  public String words() {
    return (status + ' ' + error).strip();
  }

  /** Whether it is a refusal that somebody should look at, whatever was decided before. */
  boolean warnsOfRefusal() {
    return warns && outcome() == Outcome.REFUSED;
  }
}
