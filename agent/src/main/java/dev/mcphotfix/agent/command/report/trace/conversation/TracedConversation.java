package dev.mcphotfix.agent.command.report.trace.conversation;

import dev.mcphotfix.agent.command.log.LogEntry;
import dev.mcphotfix.agent.command.log.Shown;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Redaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client did about one server, in the order in which it was told. */
public final class TracedConversation {

  private static final int MOST = 1_000;

  private final LogEntry first;
  private final List<TracedStep> steps = new ArrayList<>();
  private @Nullable LogEntry diagnosis;
  private int leftOut;

  TracedConversation(LogEntry first) {
    this.first = first;
  }

  void add(LogEntry entry) {
    if (entry.event() == Notice.DIAGNOSIS) {
      diagnosis = entry;
    } else if (steps.size() < MOST) {
      steps.add(new TracedStep(entry));
    } else {
      leftOut++;
    }
  }

  /** The first {@value #MOST}. */
  public List<TracedStep> steps() {
    return Collections.unmodifiableList(steps);
  }

  /** How many more there are. */
  public int leftOut() {
    return leftOut;
  }

  /** Which one it is among those of a JVM. */
  public String id() {
    return Shown.name(first.text("conversation"));
  }

  public String server() {
    return Shown.name(first.text("server"));
  }

  /** Of the first step, milliseconds of the epoch; 0 where the log has no times. */
  public long time() {
    return first.time();
  }

  /** Of its JVM, as the log has it; null where the log does not tell. */
  public @Nullable String fact(String key) {
    return first.text(key);
  }

  public boolean isFailed() {
    return diagnosis != null;
  }

  /** Null where it has not failed. */
  public @Nullable LogEntry diagnosis() {
    return diagnosis;
  }

  /** Why it has failed, a code; empty where it has not. */
  public String cause() {
    return diagnosis == null ? "" : Shown.name(diagnosis.text("cause"));
  }

  /** The same in a sentence. */
  public String story() {
    return diagnosis == null ? "" : Redaction.oneLine(diagnosis.textOr("story", "failed"));
  }
}
