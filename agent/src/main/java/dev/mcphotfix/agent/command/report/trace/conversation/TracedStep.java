package dev.mcphotfix.agent.command.report.trace.conversation;

import dev.mcphotfix.agent.command.log.LogEntry;
import dev.mcphotfix.agent.command.log.Shown;
import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.log.TextFormat;
import dev.mcphotfix.agent.oauth.trace.Step;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A step of a conversation, or what the agent has decided about a request in it. */
public record TracedStep(LogEntry entry) {

  /** Told at the head of the conversation, beside the facts, or of the JVM. */
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

  private static final Map<String, Step> STEPS =
      Arrays.stream(Step.values())
          .collect(Collectors.toUnmodifiableMap(Step::text, Function.identity()));

  /** Null where it is a decision, or none of this version. */
  public @Nullable Step step() {
    return isDecision() ? null : STEPS.get(entry.textOr("step", ""));
  }

  /** Whether it is the agent's doing. */
  public boolean isDecision() {
    return entry.event() instanceof Action;
  }

  /** Its word in the log, fit to be shown. */
  public String name() {
    return entry.event() instanceof Action action
        ? action.text()
        : Shown.name(entry.textOr("step", "?"));
  }

  /** Milliseconds since the conversation began, in digits; empty where that is not told. */
  public String milliseconds() {
    String ms = entry.textOr("ms", "");
    return ms.matches("[0-9]{1,9}") ? ms : "";
  }

  /** As the log has it; null where it is not there. */
  public @Nullable String fact(String key) {
    return entry.text(key);
  }

  /** What else is told of it, fit to be shown, in the order of the log. */
  public Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> fact : entry.members().entrySet()) {
      if (!ELSEWHERE.contains(fact.getKey()) && fact.getValue() instanceof String value) {
        facts.put(Shown.name(fact.getKey()), Redaction.oneLine(value));
      }
    }
    return facts;
  }

  /** The same in a line as the log has it. */
  public String line() {
    return TextFormat.facts(facts());
  }
}
