package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.log.Outcome;
import dev.mcphotfix.agent.command.log.Shown;
import java.util.ArrayList;
import java.util.List;

/** The whole of a summary in a sentence or two: what a reader has to know who reads no further. */
public final class Conclusion {

  private Conclusion() {}

  /** The headline, what it is made of, and what else has to be said. */
  public static String of(Summary summary) {
    String problems = problems(summary);
    String whole = headline(summary) + (problems.isEmpty() ? "" : ": " + problems) + '.';
    String remarks = remarks(summary);
    return remarks.isEmpty() ? whole : whole + ' ' + remarks;
  }

  /** The verdict, without a stop behind it. */
  public static String headline(Summary summary) {
    if (summary.needsAttention()) {
      return attention(summary.jvms());
    }
    Counts requests = summary.all().requests();
    if (requests.of(Outcome.HEALED) > 0) {
      return "All is well: " + refreshes(requests.of(Outcome.HEALED)) + " healed, no problems";
    }
    if (requests.of(Outcome.OBSERVED) > 0) {
      return "Observing: "
          + refreshes(requests.of(Outcome.OBSERVED))
          + " would be healed, no problems";
    }
    return "No refresh healed yet, and no problems";
  }

  private static String attention(Jvms jvms) {
    long needing = jvms.needingAttention();
    String of = jvms.size() > 1 ? Shown.number(needing) + " of " : "";
    return of
        + Shown.count(jvms.size(), "JVM")
        + (needing == 1 ? " needs attention" : " need attention");
  }

  private static String refreshes(long count) {
    return Shown.count(count, "refresh", "refreshes");
  }

  /** How many there are of each problem since the latest start of each JVM; empty for none. */
  public static String problems(Summary summary) {
    if (!summary.needsAttention()) {
      return "";
    }
    Jvms jvms = summary.jvms();
    List<String> problems = new ArrayList<>();
    add(problems, jvms.together().latest().problems());
    if (jvms.broken() > 0) {
      add(problems, Shown.number(jvms.broken()) + " without hooks, since the self-check failed");
    }
    return String.join(", ", problems);
  }

  /** What was before the latest start of the JVMs, and what is missing; empty for neither. */
  public static String remarks(Summary summary) {
    List<String> remarks = new ArrayList<>();
    JvmState earlier = summary.jvms().together().earlier();
    if (earlier.needsAttention()) {
      remarks.add("Before the latest start of their JVM: " + earlier.problemsAndCheck() + '.');
    }
    long lost = summary.all().linesLost();
    if (lost > 0) {
      remarks.add(Shown.count(lost, "log line") + " lost, counted nowhere in this report.");
    }
    return String.join(" ", remarks);
  }

  private static void add(List<String> problems, String what) {
    if (!what.isEmpty()) {
      problems.add(what);
    }
  }
}
