package dev.mcphotfix.agent.command.log;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a decision of a log says, its texts fit to be shown and short enough to be kept.
 *
 * @param warns whether the log said that the operator should look
 * @param polls whether the client asks again and again until a person has answered, RFC 8628
 *     section 3.5; what is not the last answer is no refusal, and only logged with logLevel=debug
 * @param aboutRecord whether it was about a credential record, not a request
 */
public record Decided(
    Action action,
    boolean warns,
    boolean polls,
    boolean aboutRecord,
    String server,
    String endpoint,
    String reason,
    String hook) {

  /** The word for it where the witness saw a request leave that no hook had examined. */
  public static final String WITNESSED = Notice.WITNESSED.text();

  /** The word for it where a trace says that a conversation has failed. */
  public static final String DIAGNOSED = Notice.DIAGNOSIS.text();

  /** Null where the entry is about something else. */
  public static @Nullable Decided of(LogEntry entry) {
    if (entry.event() == Notice.DIAGNOSIS) {
      return notByHooks(true, Shown.name(entry.text("server")), "-", DIAGNOSED);
    }
    if (!(entry.event() instanceof Action action)) {
      return entry.event() == Notice.WITNESSED && entry.warns() ? ofWitness(entry) : null;
    }
    String reason = Shown.reason(entry.text("reason"));
    return new Decided(
        action,
        entry.warns(),
        entry.textOr("grant", "").endsWith(":device_code"),
        reason.startsWith("record-"),
        Shown.name(entry.text("server")),
        Shown.url(entry.text("endpoint")),
        reason,
        Shown.name(entry.text("hook")));
  }

  /** Whether it needed the id, the names of its parameters and of its authentication tell. */
  private static Decided ofWitness(LogEntry entry) {
    String authentication = entry.textOr("authentication", "none");
    boolean needsId =
        "absent".equals(entry.text("client_id"))
            && (authentication.equals("none") || authentication.equals("client_secret"));
    return notByHooks(needsId, "-", Shown.url(entry.text("endpoint")), WITNESSED);
  }

  /** For an answer whose decision is in another file, or was not worth a line. */
  static Decided ofAnswer(LogEntry answer) {
    return notByHooks(
        false,
        Shown.name(answer.text("server")),
        Shown.url(answer.text("endpoint")),
        "(not in the log)");
  }

  private static Decided notByHooks(boolean warns, String server, String endpoint, String reason) {
    return new Decided(Action.LEFT_ALONE, warns, false, false, server, endpoint, reason, "-");
  }

  /**
   * Whether it is what a trace says of a conversation, in which a request may have been decided.
   */
  public boolean isDiagnosis() {
    return reason.equals(DIAGNOSED);
  }

  /** Whether the request went out with an id that the client had not written. */
  public boolean changed() {
    return action == Action.ADDED || action == Action.FILLED;
  }

  /** What became of it, by the answer that its request got. */
  public Outcome outcome(LoggedAnswer answer) {
    return switch (action) {
      case ADDED, FILLED -> changed(answer);
      case HEALED -> Outcome.HEALED;
      case WOULD_ADD, WOULD_FILL, WOULD_HEAL -> Outcome.OBSERVED;
      case LEFT_ALONE -> leftAlone(answer);
    };
  }

  private Outcome changed(LoggedAnswer answer) {
    Outcome outcome = answer.outcome();
    boolean asksAgain = outcome == Outcome.REFUSED || outcome == Outcome.UNANSWERED;
    return polls && asksAgain && !answer.warns() ? Outcome.OPEN : outcome;
  }

  /** A refusal of what came too early says nothing about the id, which it was not given. */
  private Outcome leftAlone(LoggedAnswer answer) {
    if (answer.warnsOfRefusal() && !Reason.isEarly(reason)) {
      return Outcome.REFUSED;
    }
    return warns ? Outcome.ATTENTION : Outcome.LEFT_ALONE;
  }
}
