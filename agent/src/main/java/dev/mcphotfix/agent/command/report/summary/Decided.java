package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.log.Action;
import org.jspecify.annotations.Nullable;

/**
 * A decision of a log, its texts fit to be shown and short enough to be kept.
 *
 * @param time milliseconds of the epoch
 * @param warns whether the log said that the operator should look
 * @param aboutRecord whether it was about a credential record, not a request
 */
record Decided(
    long time,
    Action action,
    boolean warns,
    boolean aboutRecord,
    String instance,
    String server,
    String endpoint,
    String reason,
    String hook) {

  /** Null where the entry is about something else. */
  static @Nullable Decided of(String instance, LogEntry entry) {
    if (!(entry.event() instanceof Action action)) {
      return null;
    }
    String reason = Shown.reason(entry.text("reason"));
    return new Decided(
        entry.time(),
        action,
        entry.level().equals("WARN"),
        reason.startsWith("record-"),
        instance,
        Shown.name(entry.text("server")),
        Shown.url(entry.text("endpoint")),
        reason,
        Shown.name(entry.text("hook")));
  }

  /** Whether the request went out with an id that the client had not written. */
  boolean changed() {
    return action == Action.ADDED || action == Action.FILLED;
  }

  /** What became of it, by the status of the answer; empty where there was none. */
  Outcome outcome(String status) {
    return switch (action) {
      case ADDED, FILLED -> answered(status);
      case HEALED -> Outcome.HEALED;
      case WOULD_ADD, WOULD_FILL, WOULD_HEAL -> Outcome.OBSERVED;
      case LEFT_ALONE -> warns ? Outcome.ATTENTION : Outcome.LEFT_ALONE;
    };
  }

  /** A redirection is neither: the client goes on to ask elsewhere. */
  private static Outcome answered(String status) {
    if (status.isEmpty() || status.startsWith("1") || status.startsWith("3")) {
      return Outcome.UNANSWERED;
    }
    return status.startsWith("2") ? Outcome.HEALED : Outcome.REFUSED;
  }
}
