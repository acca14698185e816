package dev.mcphotfix.agent.command.report.trace;

import dev.mcphotfix.agent.command.report.entry.LogEntry;
import dev.mcphotfix.agent.command.report.entry.Shown;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Redaction;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a client did about one server, in the order in which it was told. */
final class TracedConversation {

  private static final int MOST = 1_000;
  private static final int STEP_WIDTH = 17;
  private static final int TIME_WIDTH = 8;

  /** Told at the head of the conversation, in a column of their own, or of the JVM. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "time",
          "level",
          "event",
          "conversation",
          "server",
          "step",
          "ms",
          "host",
          "pid",
          "instance");

  private final LogEntry first;
  private final List<LogEntry> steps = new ArrayList<>();
  private @Nullable LogEntry diagnosis;

  TracedConversation(LogEntry first) {
    this.first = first;
  }

  void add(LogEntry entry) {
    if (entry.event() == Notice.DIAGNOSIS) {
      diagnosis = entry;
    } else if (steps.size() < MOST) {
      steps.add(entry);
    }
  }

  boolean isFailed() {
    return diagnosis != null;
  }

  void print(PrintWriter out) {
    out.println(head());
    for (LogEntry step : steps) {
      out.println(line(step));
    }
    if (diagnosis != null) {
      out.println("  => " + Redaction.oneLine(diagnosis.textOr("story", "failed")));
    }
  }

  /** A text log has no times. */
  private String head() {
    return Shown.name(first.text("conversation"))
        + "  "
        + Shown.name(first.text("server"))
        + (first.time() == 0 ? "" : "  " + Instant.ofEpochMilli(first.time()))
        + (diagnosis == null ? "" : "  " + Shown.name(diagnosis.text("cause")));
  }

  private static String line(LogEntry step) {
    StringBuilder line = new StringBuilder();
    pad(line, TIME_WIDTH - step.textOr("ms", "").length());
    line.append(Shown.name(step.textOr("ms", ""))).append(" ms  ");
    String name = Shown.name(step.textOr("step", "?"));
    pad(line.append(name), STEP_WIDTH - name.length());
    for (Map.Entry<String, @Nullable Object> fact : step.members().entrySet()) {
      if (!ELSEWHERE.contains(fact.getKey()) && fact.getValue() instanceof String value) {
        line.append(' ').append(Shown.name(fact.getKey())).append('=').append(Shown.text(value));
      }
    }
    return line.toString();
  }

  private static void pad(StringBuilder line, int width) {
    for (int i = 0; i < width; i++) {
      line.append(' ');
    }
  }
}
