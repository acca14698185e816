package dev.mcphotfix.agent.command.report.trace;

import dev.mcphotfix.agent.command.log.LogEntry;
import dev.mcphotfix.agent.command.log.Shown;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversation;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversations;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedStep;
import dev.mcphotfix.agent.log.Redaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code trace --json} prints: each name and value as the log has it. */
final class TraceJson {

  private static final List<String> OF_JVM = List.of("host", "pid", "instance");

  /** Told once, of the conversation. */
  private static final Set<String> OF_CONVERSATION =
      Set.of("conversation", "server", "host", "pid", "instance", "level", "event");

  private TraceJson() {}

  static Map<String, Object> of(TracedConversations conversations, int exitCode) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("exitCode", exitCode);
    json.put("failed", conversations.failed());
    json.put("conversations", conversations.all().stream().map(TraceJson::of).toList());
    if (conversations.leftOut() > 0) {
      json.put("leftOut", conversations.leftOut());
    }
    return json;
  }

  private static Map<String, Object> of(TracedConversation conversation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("conversation", conversation.id());
    json.put("server", conversation.server());
    for (String key : OF_JVM) {
      String value = conversation.fact(key);
      if (value != null) {
        json.put(key, Shown.name(value));
      }
    }
    json.put("failed", conversation.isFailed());
    json.put(
        "steps", conversation.steps().stream().map(TracedStep::entry).map(TraceJson::of).toList());
    if (conversation.leftOut() > 0) {
      json.put("leftOut", conversation.leftOut());
    }
    LogEntry diagnosis = conversation.diagnosis();
    if (diagnosis != null) {
      json.put("diagnosis", of(diagnosis));
    }
    return json;
  }

  private static Map<String, Object> of(LogEntry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (entry.event() != null) {
      json.put("event", entry.event().text());
    }
    for (Map.Entry<String, @Nullable Object> fact : entry.members().entrySet()) {
      if (!OF_CONVERSATION.contains(fact.getKey()) && fact.getValue() instanceof String value) {
        json.put(Shown.name(fact.getKey()), Redaction.oneLine(value));
      }
    }
    return json;
  }
}
