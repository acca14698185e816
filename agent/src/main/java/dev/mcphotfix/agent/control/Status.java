package dev.mcphotfix.agent.control;

import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.LogMemory;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.log.TimedEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an operator wants to see of an agent, as maps and lists that become JSON. */
final class Status {

  private final Controlled agent;
  private final LogMemory memory;

  private Status(Controlled agent) {
    this.agent = agent;
    this.memory = agent.memory();
  }

  static Map<String, Object> of(Controlled agent) {
    return new Status(agent).members();
  }

  private Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>(agent.configuration());
    members.put("hooks", hooks());
    members.put("decisions", memory.reasons());
    members.put("observed", memory.observed());
    members.put("accepted", memory.accepted());
    members.put("refused", memory.refused());
    members.put("responses", memory.responses().stream().map(this::response).toList());
    members.put("warnings", memory.warnings().stream().map(TimedEntry::line).toList());
    members.put("witnessed", witnessed());
    members.put("linesLost", memory.linesLost());
    return members;
  }

  private Map<String, @Nullable Object> response(TimedEntry response) {
    Map<String, @Nullable Object> facts = facts(response);
    facts.put("early", memory.isEarly(response));
    return facts;
  }

  private List<Map<String, @Nullable Object>> witnessed() {
    return memory.warnings().stream()
        .filter(warning -> warning.entry().event() == Notice.WITNESSED)
        .map(Status::facts)
        .toList();
  }

  /** A row for each class that a hook met, then one for each hook that met none. */
  private List<Map<String, Object>> hooks() {
    List<Map<String, Object>> rows = new ArrayList<>();
    List<String> unmet = new ArrayList<>(agent.hooks());
    for (TimedEntry met : memory.hooks()) {
      Entry entry = met.entry();
      rows.add(row(entry));
      unmet.remove(entry.facts().get("hook"));
    }
    for (String hook : unmet) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("hook", hook);
      row.put("woven", false);
      row.put("reason", "not met yet");
      rows.add(row);
    }
    return rows;
  }

  private Map<String, Object> row(Entry entry) {
    String hook = fact(entry, "hook");
    String className = fact(entry, "class");
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("hook", hook);
    row.put("class", className);
    row.put("method", fact(entry, "method"));
    row.put("loader", Redaction.oneLine(fact(entry, "loader")));
    row.put("source", String.join(", ", agent.sources(className)));
    row.put("woven", entry.event() == Notice.HOOK_WOVEN);
    row.put("reason", entry.facts().get("why"));
    decisions(hook, row);
    return row;
  }

  /** Of the hook in all its classes, several of which a request may pass. */
  private void decisions(String hook, Map<String, Object> row) {
    Map<String, Long> leftAlone = memory.reasons(hook);
    row.put("requests", leftAlone.values().stream().mapToLong(Long::longValue).sum());
    long patched = 0;
    for (Reason reason : Reason.values()) {
      boolean changes = reason.severity() == Severity.INFO; // All others leave things alone.
      Long count = changes ? leftAlone.remove(reason.code()) : null;
      patched += count == null ? 0 : count;
    }
    row.put("patched", patched);
    row.put("leftAlone", leftAlone);
    TimedEntry last = memory.lastDecision(hook);
    row.put("lastDecision", last == null ? null : last.line());
  }

  private static String fact(Entry entry, String key) {
    return entry.facts().getOrDefault(key, "");
  }

  /** The entry with its facts one by one. */
  private static Map<String, @Nullable Object> facts(TimedEntry timed) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("time", Instant.ofEpochMilli(timed.time()).toString());
    facts.put("event", timed.entry().event().text());
    timed.entry().facts().forEach((key, value) -> facts.put(key, Redaction.oneLine(value)));
    return facts;
  }
}
