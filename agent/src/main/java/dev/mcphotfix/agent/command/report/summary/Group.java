package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.log.Decided;
import dev.mcphotfix.agent.command.log.LoggedAnswer;
import dev.mcphotfix.agent.command.log.Outcome;

/**
 * Decisions that are alike in all that a report shows.
 *
 * @param aboutRecord whether they were about credential records, not requests
 */
public record Group(
    String server,
    String endpoint,
    boolean aboutRecord,
    Outcome outcome,
    String reason,
    String hook,
    LoggedAnswer answer) {

  static Group of(Decided decided, LoggedAnswer answer, Outcome outcome) {
    return new Group(
        decided.server(),
        decided.endpoint(),
        decided.aboutRecord(),
        outcome,
        decided.reason(),
        decided.hook(),
        answer.alike(outcome.needsAttention()));
  }

  /** How many there are, and when the first and the last was; milliseconds of the epoch. */
  public record Span(long count, long first, long last) {

    static Span at(long time) {
      return new Span(1, time, time);
    }

    Span and(Span other) {
      return new Span(
          count + other.count, Math.min(first, other.first), Math.max(last, other.last));
    }
  }
}
