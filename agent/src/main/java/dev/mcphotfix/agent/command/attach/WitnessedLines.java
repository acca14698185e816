package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.agent.WitnessedRule;
import dev.mcphotfix.agent.log.TextFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** What the witness saw leave, for a person: its facts as a log has them, and a rule to paste. */
final class WitnessedLines {

  /** What a log writes without its key. */
  private static final List<String> BARE = List.of("time", "event");

  private WitnessedLines() {}

  static List<String> of(Map<String, String> request) {
    Map<String, String> facts = new LinkedHashMap<>(request);
    StringJoiner line = new StringJoiner(" ");
    for (String key : BARE) {
      String value = facts.remove(key);
      if (value != null) {
        line.add(value);
      }
    }
    line.add(TextFormat.facts(facts));
    String rule = WitnessedRule.json(request.get("rule"));
    return rule == null ? List.of(line.toString()) : List.of(line.toString(), rule);
  }
}
