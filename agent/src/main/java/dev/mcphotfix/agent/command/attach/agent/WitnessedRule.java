package dev.mcphotfix.agent.command.attach.agent;

import dev.mcphotfix.agent.control.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rule that the witness proposes, as the agent's file has it. */
public final class WitnessedRule {

  private WitnessedRule() {}

  /** One element of {@code rules}; null where it proposes none. */
  public static @Nullable String json(@Nullable String proposed) {
    List<String> words = List.of(String.valueOf(proposed).split(" ", -1));
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("method", words.get(0));
    for (String word : words.subList(1, words.size())) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        return null; // It is a sentence.
      }
      members.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return members.size() == 1 ? null : JsonValue.text(members);
  }
}
