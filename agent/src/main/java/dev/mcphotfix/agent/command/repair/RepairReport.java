package dev.mcphotfix.agent.command.repair;

import dev.mcphotfix.agent.command.credential.Recommendation;
import dev.mcphotfix.agent.command.repair.RepairPlan.Planned;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a repair did or would do, without any secret.
 *
 * @param write whether it was to be written
 * @param backup of what was written over; null where nothing was written
 */
record RepairReport(RepairPlan plan, boolean write, @Nullable Path backup) {

  /** Of records for which the same is said; more would hide the others. */
  private static final int SHOWN = 10;

  int exitCode() {
    boolean attention =
        plan.records().stream().anyMatch(each -> each.needsAttention() || (each.heals() && !write));
    return attention ? ExitCode.NEEDS_ATTENTION : ExitCode.NOTHING_WRONG;
  }

  List<String> lines() {
    int count = plan.records().size();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s (%s), %s"
            .formatted(
                plan.file().path(),
                plan.file().shape(),
                count == 1 ? "1 record" : count + " records"));
    if (count == 0) {
      lines.add("    -> log in once with the client, if this is the file that it uses");
    }
    addRecords(lines);
    if (!write) {
      lines.addAll(plan.diff());
    }
    lines.add(conclusion());
    if (backup != null && plan.file().shape().equals("Claude Code")) {
      lines.add(
          "Claude Code may not connect for 15 minutes after a failure; it keeps that in"
              + " mcp-needs-auth-cache.json.");
    }
    return lines;
  }

  /** What is equal but for the place is shown a few times, and then counted; advice once. */
  private void addRecords(List<String> lines) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Set<String> told = new HashSet<>();
    for (Planned planned : plan.records()) {
      if (counts.merge(line(planned, ""), 1, Integer::sum) <= SHOWN) {
        lines.add("  " + line(planned, "  " + planned.found().shown()));
        String advice = advice(planned);
        if (advice != null && told.add(advice)) {
          lines.add("    -> " + advice);
        }
      }
    }
    counts.forEach(
        (line, count) -> {
          if (count > SHOWN) {
            lines.add("  ... and " + (count - SHOWN) + " more, each with --json: " + line);
          }
        });
  }

  private String line(Planned planned, String place) {
    StaticClient client = planned.decision().client();
    return (action(planned).text() + place)
        + (client == null ? "" : "  server=" + Redaction.oneLine(client.serverName()))
        + (client != null && planned.heals() ? "  clientId=" + client.clientId() : "")
        + ("  reason=" + planned.decision().reason().code());
  }

  private String conclusion() {
    if (backup != null) {
      return ("Written. The backup is " + backup.getFileName())
          + ", with the same secrets in it: delete it once the client works, or use --undo.";
    }
    if (plan.file().changed() && !write) {
      return "Nothing was written. Close the client, then run this again with --write.";
    }
    return "Nothing to write.";
  }

  Map<String, @Nullable Object> document() {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("exitCode", exitCode());
    document.put("file", plan.file().path().toString());
    document.put("client", plan.file().shape());
    document.put("written", backup != null);
    document.put("backup", backup == null ? null : backup.toString());
    document.put("records", plan.records().stream().map(this::document).toList());
    document.put("diff", plan.diff());
    return document;
  }

  private Map<String, @Nullable Object> document(Planned planned) {
    StaticClient client = planned.decision().client();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("location", planned.found().shown());
    document.put("server", client == null ? null : client.serverName());
    document.put("action", action(planned).text());
    document.put("reason", planned.decision().reason().code());
    document.put("clientId", client != null && planned.heals() ? client.clientId() : null);
    document.put("advice", advice(planned));
    return document;
  }

  private @Nullable String advice(Planned planned) {
    return new Recommendation(plan.file(), plan.servers()).of(planned.found(), planned.decision());
  }

  private Action action(Planned planned) {
    if (!planned.heals()) {
      return Action.LEFT_ALONE;
    }
    return write ? Action.HEALED : Action.HEALED.observed();
  }
}
