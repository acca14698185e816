package dev.mcphotfix.agent.command.report.summary;

/**
 * Decisions that are alike in all that a report shows.
 *
 * @param aboutRecord whether they were about credential records, not requests
 */
public record Group(
    String instance,
    String server,
    String endpoint,
    boolean aboutRecord,
    Outcome outcome,
    String reason,
    String hook,
    String status) {

  static Group of(Decided decided, LoggedAnswer answer) {
    return new Group(
        decided.instance(),
        decided.server(),
        decided.endpoint(),
        decided.aboutRecord(),
        decided.outcome(answer.status()),
        decided.reason(),
        decided.hook(),
        answer.status());
  }

  /** How many there are, and when the last was; milliseconds of the epoch. */
  public record Span(long count, long last) {

    Span and(Span other) {
      return new Span(count + other.count, Math.max(last, other.last));
    }
  }
}
