package dev.mcphotfix.agent.command.report.trace.diagram;

import dev.mcphotfix.agent.command.log.Shown;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedStep;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is written at a message. A long fact is cut there: the table below the picture has all. */
final class StepText {

  /** Only of use to who looks for a line of the log. */
  private static final Set<String> NEVER = Set.of("thread", "hook");

  private StepText() {}

  /** The values of those facts that are there; the step's name where none is. */
  static String words(TracedStep traced, String... keys) {
    Map<String, String> facts = traced.facts();
    String words =
        Stream.of(keys)
            .filter(facts::containsKey)
            .map(facts::get)
            .map(Shown::text)
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? traced.name() : words;
  }

  /** Empty where it is not there. */
  static String fact(TracedStep traced, String key) {
    return traced.facts().getOrDefault(key, "");
  }

  /** The facts as the log has them, without those that are said already. */
  static String detail(TracedStep traced, Set<String> said) {
    return traced.facts().entrySet().stream()
        .filter(fact -> !NEVER.contains(fact.getKey()) && !said.contains(fact.getKey()))
        .map(fact -> fact.getKey() + '=' + Shown.text(fact.getValue()))
        .collect(Collectors.joining(" "));
  }
}
