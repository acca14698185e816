package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.log.Notice;

/** What the log of one JVM, or of all, says of its decisions and about the agent itself. */
public final class JvmState {

  private final Counts requests = new Counts();
  private final Counts records = new Counts();
  private long last = Long.MIN_VALUE;
  private long woven;
  private long warnings;
  private long linesLost;
  private boolean checkFailed;

  void add(LogEntry entry) {
    last = Math.max(last, entry.time());
    if (entry.event() instanceof Notice notice) {
      add(notice);
      linesLost += notice == Notice.LINES_LOST ? count(entry) : 0;
    }
  }

  private static long count(LogEntry entry) {
    String count = entry.text("count");
    return count != null && count.matches("[0-9]{1,9}") ? Long.parseLong(count) : 0;
  }

  private void add(Notice notice) {
    switch (notice) {
      case HOOK_WOVEN -> woven++;
      case SELF_CHECK_FAILED -> checkFailed = true;
      case HOOK_NOT_WOVEN, CLASS_NOT_WOVEN, DISCOVERY_FAILED -> warnings++;
      default -> {}
    }
  }

  void add(boolean aboutRecord, Outcome outcome) {
    (aboutRecord ? records : requests).add(outcome);
  }

  /** Of token requests. */
  public Counts requests() {
    return requests;
  }

  /** Of credential records. */
  public Counts records() {
    return records;
  }

  /** When it wrote its last line, milliseconds of the epoch. */
  public long last() {
    return last;
  }

  /** How often it wove a hook. */
  public long woven() {
    return woven;
  }

  /** Entries about hooks that were not woven and discovery that failed. */
  public long warnings() {
    return warnings;
  }

  /** How many lines it could not write, and which are in no figure. */
  public long linesLost() {
    return linesLost;
  }

  /** Whether the agent could weave nothing. */
  boolean isBroken() {
    return checkFailed;
  }

  /** Whether somebody should look. */
  public boolean needsAttention() {
    return checkFailed || requests.needingAttention() + records.needingAttention() > 0;
  }

  /** In a few words, how it is; the worst first. */
  public String verdict() {
    if (checkFailed) {
      return "self-check failed, nothing is woven";
    }
    if (needsAttention()) {
      return "look";
    }
    if (requests.of(Outcome.HEALED) > 0) {
      return "healed";
    }
    if (requests.of(Outcome.UNANSWERED) > 0) {
      return "changed, no answer seen";
    }
    if (requests.of(Outcome.OBSERVED) > 0) {
      return "would be healed";
    }
    return woven > 0 ? "woven, no refresh yet" : "no refresh yet";
  }
}
