package dev.mcphotfix.agent.command.report;

import dev.mcphotfix.agent.command.log.LogReader;
import dev.mcphotfix.agent.command.log.Outcome;
import dev.mcphotfix.agent.command.report.summary.Counts;
import dev.mcphotfix.agent.command.report.summary.Group;
import dev.mcphotfix.agent.command.report.summary.Jvm;
import dev.mcphotfix.agent.command.report.summary.JvmState;
import dev.mcphotfix.agent.command.report.summary.Kind;
import dev.mcphotfix.agent.command.report.summary.Remedy;
import dev.mcphotfix.agent.command.report.summary.Summary;
import dev.mcphotfix.agent.command.report.summary.Tally;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code report --json} prints. */
final class SummaryJson {

  private SummaryJson() {}

  static Map<String, Object> of(Summary summary, LogReader reader, int logs) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("logs", logs);
    json.put("entries", summary.entries());
    json.put("badLines", reader.badLines());
    json.put("from", Instant.ofEpochMilli(summary.first()));
    json.put("to", Instant.ofEpochMilli(summary.all().last()));
    json.put("needsAttention", summary.needsAttention());
    json.put("jvms", summary.jvms().size());
    json.put("jvmsNeedingAttention", summary.jvms().needingAttention());
    json.put("requests", of(summary.all().requests()));
    json.put("records", of(summary.all().records()));
    json.put("servers", of(summary.servers()));
    json.put("reasons", of(summary.reasons()));
    json.put("problems", summary.problems().stream().map(SummaryJson::of).toList());
    Map<String, Object> instances = new LinkedHashMap<>();
    summary.jvms().shown().forEach((name, jvm) -> instances.put(name, of(jvm)));
    json.put("instances", instances);
    return json;
  }

  private static Map<String, Object> of(Jvm jvm) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("verdict", jvm.verdict());
    json.put("needsAttention", jvm.needsAttention());
    json.put("instance", jvm.instance());
    json.put("starts", jvm.starts());
    json.putAll(of(jvm.latest()));
    if (!jvm.earlier().isEmpty()) {
      json.put("before", of(jvm.earlier()));
    }
    return json;
  }

  private static Map<String, Object> of(JvmState state) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("hooksWoven", state.woven());
    json.put("warnings", state.warnings());
    json.put("linesLost", state.linesLost());
    json.put("requests", of(state.requests()));
    json.put("records", of(state.records()));
    return json;
  }

  private static Map<String, Object> of(Kind problem) {
    Group group = problem.group();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("problem", problem.title());
    json.put("count", problem.span().count());
    json.put("first", Instant.ofEpochMilli(problem.span().first()));
    json.put("last", Instant.ofEpochMilli(problem.span().last()));
    json.put("instances", List.copyOf(problem.jvms()));
    json.put("server", group.server());
    json.put("endpoint", group.endpoint());
    json.put("reason", group.reason());
    json.put("hook", group.hook());
    json.put("nextStep", Remedy.of(group));
    return json;
  }

  private static Map<String, Object> of(Tally tally) {
    Map<String, Object> json = new LinkedHashMap<>();
    tally.counts().forEach((name, counts) -> json.put(name, of(counts)));
    return json;
  }

  private static Map<String, Object> of(Counts counts) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      json.put(outcome.name().toLowerCase(Locale.ROOT), counts.of(outcome));
    }
    return json;
  }
}
