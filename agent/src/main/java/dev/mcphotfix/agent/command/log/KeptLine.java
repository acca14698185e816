package dev.mcphotfix.agent.command.log;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Event;
import dev.mcphotfix.agent.log.Notice;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an entry until its place among the others of its JVM is known.
 *
 * @param time milliseconds of the epoch
 * @param event null where it is none of this version
 * @param request its number; empty where the entry has none
 * @param decided null where it is no decision; of a refusal, what holds if there is none in the log
 * @param answer none where it is no answer
 * @param lost how many lines it says are missing
 */
public record KeptLine(
    long time,
    @Nullable Event event,
    String request,
    @Nullable Decided decided,
    LoggedAnswer answer,
    long lost) {

  /** As they were written; what was written in one millisecond, as it can have happened. */
  public static final Comparator<KeptLine> ORDER =
      Comparator.comparingLong(KeptLine::time)
          .thenComparingInt(KeptLine::rank)
          .thenComparing(KeptLine::request)
          .thenComparing(KeptLine::toString);

  /** No agent writes one that is half as long. */
  private static final int LONGEST_REQUEST = 100;

  /**
   * What is kept of an entry.
   *
   * @param shared keeps what other lines say, too
   */
  public static KeptLine of(LogEntry entry, Shared shared) {
    String request = entry.textOr("request", "");
    boolean answers = entry.event() == Notice.TOKEN_RESPONSE;
    LoggedAnswer answer = answers ? shared.one(LoggedAnswer.of(entry)) : LoggedAnswer.NONE;
    Decided decided = answer.warnsOfRefusal() ? Decided.ofAnswer(entry) : Decided.of(entry);
    return new KeptLine(
        entry.time(),
        entry.event(),
        request.length() > LONGEST_REQUEST ? "" : shared.one(request),
        decided == null ? null : shared.one(decided),
        answer,
        entry.event() == Notice.LINES_LOST ? entry.count("count") : 0);
  }

  /** Whether it is the first that an agent writes about its hooks. */
  public boolean isStart() {
    return event == Notice.SELF_CHECK_OK || event == Notice.SELF_CHECK_FAILED;
  }

  /** Whether it is what a server said. */
  public boolean isAnswer() {
    return event == Notice.TOKEN_RESPONSE;
  }

  /**
   * Whether it counts a request of which a diagnosis says no more: one that was changed, or whose
   * failure the log warns of.
   */
  public boolean countsRequest() {
    return decided != null
        && !request.isEmpty()
        && (isAnswer() || decided.action() != Action.LEFT_ALONE || decided.warns());
  }

  private int rank() {
    if (isStart()) {
      return 0;
    }
    if (isAnswer()) {
      return 4;
    }
    if (decided == null) {
      return 1;
    }
    return decided.changed() ? 3 : 2;
  }
}
