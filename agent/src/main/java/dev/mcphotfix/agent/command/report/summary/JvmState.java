package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.log.KeptLine;
import dev.mcphotfix.agent.command.log.Outcome;
import dev.mcphotfix.agent.command.log.Shown;
import dev.mcphotfix.agent.log.Notice;
import java.util.ArrayList;
import java.util.List;

/** What the log of one start of a JVM, or of many, says of decisions and about the agent itself. */
public final class JvmState {

  private final Counts requests = new Counts();
  private final Counts records = new Counts();
  private long last = Long.MIN_VALUE;
  private long woven;
  private long warnings;
  private long linesLost;
  private boolean checkFailed;

  void add(KeptLine line) {
    last = Math.max(last, line.time());
    linesLost += line.lost();
    if (line.event() instanceof Notice notice) {
      add(notice);
    }
  }

  private void add(Notice notice) {
    switch (notice) {
      case HOOK_WOVEN -> woven++;
      case SELF_CHECK_FAILED -> checkFailed = true;
      case HOOK_NOT_WOVEN, CLASS_NOT_WOVEN, HOOK_RETIRED, CLIENT_NOT_HOOKED, DISCOVERY_FAILED ->
          warnings++;
      default -> {}
    }
  }

  void add(boolean aboutRecord, Outcome outcome) {
    (aboutRecord ? records : requests).add(outcome);
  }

  void add(JvmState other) {
    requests.add(other.requests);
    records.add(other.records);
    last = Math.max(last, other.last);
    woven += other.woven;
    warnings += other.warnings;
    linesLost += other.linesLost;
    checkFailed |= other.checkFailed;
  }

  /** Whether it has no line, and so no last one. */
  public boolean isEmpty() {
    return last == Long.MIN_VALUE;
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

  /** Whether it shows that requests are healed, or that they are not. */
  boolean tellsOfRequests() {
    return needsAttention() || requests.of(Outcome.HEALED) > 0 || requests.of(Outcome.OBSERVED) > 0;
  }

  /** In a few words, how it is; the worst first. */
  String verdict() {
    if (checkFailed) {
      return "self-check failed: no hooks";
    }
    if (needsAttention()) {
      return worst().text();
    }
    if (requests.of(Outcome.HEALED) > 0) {
      return Outcome.HEALED.text();
    }
    if (requests.of(Outcome.OPEN) > 0) {
      return "in flight, nothing healed yet";
    }
    if (requests.of(Outcome.OBSERVED) > 0) {
      return Outcome.OBSERVED.text();
    }
    return woven > 0 ? "hooks in place, no refresh yet" : "no refresh yet";
  }

  private Outcome worst() {
    Outcome worst = Outcome.HEALED;
    for (Outcome outcome : Outcome.values()) {
      worst = requests.of(outcome) + records.of(outcome) > 0 ? outcome : worst;
    }
    return worst;
  }

  /** How many there are of each problem, such as "2 refused"; empty for none. */
  String problems() {
    List<String> problems = new ArrayList<>();
    Outcome[] outcomes = Outcome.values();
    for (int i = outcomes.length - 1; i >= 0; i--) {
      long count = requests.of(outcomes[i]) + records.of(outcomes[i]);
      if (outcomes[i].needsAttention() && count > 0) {
        problems.add(Shown.number(count) + ' ' + outcomes[i].text());
      }
    }
    return String.join(", ", problems);
  }

  /** The same, and whether the self-check failed. */
  String problemsAndCheck() {
    String failed = checkFailed ? "self-check failed" : "";
    String problems = problems();
    return problems.isEmpty() || failed.isEmpty() ? problems + failed : problems + ", " + failed;
  }
}
