package dev.mcphotfix.agent.command.report.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The whole of a summary in a sentence. */
public final class Conclusion {

  private Conclusion() {}

  public static String of(Summary summary) {
    long lost = summary.all().linesLost();
    return lost == 0
        ? whole(summary)
        : whole(summary)
            + ' '
            + Shown.count(lost, "line")
            + " of log lost, which no figure counts.";
  }

  private static String whole(Summary summary) {
    if (summary.all().needsAttention()) {
      return attention(summary);
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

  private static String attention(Summary summary) {
    long jvms = summary.instances().values().stream().filter(JvmState::needsAttention).count();
    List<String> findings = new ArrayList<>();
    Counts requests = summary.all().requests();
    add(findings, requests.of(Outcome.REFUSED), " refused");
    add(
        findings,
        requests.of(Outcome.ATTENTION) + summary.all().records().of(Outcome.ATTENTION),
        " left alone with a warning");
    long broken = summary.instances().values().stream().filter(JvmState::isBroken).count();
    add(findings, broken, " without hooks, since the self-check failed");
    return "Look at " + Shown.count(jvms, "JVM") + ": " + String.join(", ", findings) + ".";
  }

  private static void add(List<String> findings, long count, String what) {
    if (count > 0) {
      findings.add(String.format(Locale.ROOT, "%,d", count) + what);
    }
  }
}
