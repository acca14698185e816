package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.report.entry.Outcome;
import dev.mcphotfix.agent.command.report.entry.Shown;
import java.util.ArrayList;
import java.util.List;

/** The whole of a summary in a sentence or two. */
public final class Conclusion {

  private Conclusion() {}

  public static String of(Summary summary) {
    StringBuilder conclusion = new StringBuilder(whole(summary));
    JvmState earlier = summary.jvms().together().earlier();
    if (earlier.needsAttention()) {
      conclusion.append(" Before the last start of their JVM: ").append(earlier.toLookAt());
      conclusion.append('.');
    }
    long lost = summary.all().linesLost();
    if (lost > 0) {
      conclusion.append(' ').append(Shown.count(lost, "line"));
      conclusion.append(" of log lost, which no figure counts.");
    }
    return conclusion.toString();
  }

  private static String whole(Summary summary) {
    if (summary.needsAttention()) {
      return attention(summary.jvms());
    }
    Counts requests = summary.all().requests();
    if (requests.of(Outcome.HEALED) > 0) {
      return "All is well: "
          + Shown.count(requests.of(Outcome.HEALED), "refresh", "refreshes")
          + " healed, nothing to look at.";
    }
    if (requests.of(Outcome.OBSERVED) > 0) {
      return "mode=observe: "
          + Shown.count(requests.of(Outcome.OBSERVED), "refresh", "refreshes")
          + " would have got the id, nothing to look at.";
    }
    return "No healed refresh is in the logs yet, and nothing to look at.";
  }

  private static String attention(Jvms jvms) {
    JvmState latest = jvms.together().latest();
    List<String> findings = new ArrayList<>();
    Counts requests = latest.requests();
    add(findings, requests.of(Outcome.REFUSED), " refused");
    add(
        findings,
        requests.of(Outcome.ATTENTION) + latest.records().of(Outcome.ATTENTION),
        " left alone with a warning");
    add(findings, requests.of(Outcome.UNPROVEN), " answered without a success that was seen");
    add(findings, requests.of(Outcome.UNANSWERED), " without an answer in the log, which goes on");
    add(findings, jvms.broken(), " without hooks, since the self-check failed");
    return "Look at "
        + Shown.count(jvms.needingAttention(), "JVM")
        + ": "
        + String.join(", ", findings)
        + ".";
  }

  private static void add(List<String> findings, long count, String what) {
    if (count > 0) {
      findings.add(Shown.number(count) + what);
    }
  }
}
