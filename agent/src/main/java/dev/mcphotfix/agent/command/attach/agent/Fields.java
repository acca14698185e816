package dev.mcphotfix.agent.command.attach.agent;

import dev.mcphotfix.agent.command.terminal.Untrusted;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of an object that another JVM wrote: what is missing or of another kind is empty. */
record Fields(Map<?, ?> members) {

  /** Fit for a terminal; null where it is missing. */
  @Nullable String text(String key) {
    return members.get(key) instanceof String text ? Untrusted.line(text) : null;
  }

  String textOr(String key, String other) {
    String text = text(key);
    return text == null ? other : text;
  }

  long number(String key) {
    return members.get(key) instanceof Long number ? number : 0;
  }

  boolean flag(String key) {
    return members.get(key) instanceof Boolean flag && flag;
  }

  List<String> texts(String key) {
    return items(key, String.class).stream().map(Untrusted::line).toList();
  }

  /** All its texts, each fit for a terminal, in their order. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    members.forEach(
        (key, value) -> {
          if (value instanceof String text) {
            texts.put(Untrusted.name(String.valueOf(key)), Untrusted.line(text));
          }
        });
    return texts;
  }

  List<Fields> objects(String key) {
    return items(key, Map.class).stream().map(Fields::new).toList();
  }

  private <T> List<T> items(String key, Class<T> type) {
    return members.get(key) instanceof List<?> items
        ? items.stream().filter(type::isInstance).map(type::cast).toList()
        : List.of();
  }

  @Nullable Fields object(String key) {
    return members.get(key) instanceof Map<?, ?> object ? new Fields(object) : null;
  }

  Map<String, Long> counts(String key) {
    Map<String, Long> counts = new HashMap<>();
    if (members.get(key) instanceof Map<?, ?> object) {
      object.forEach(
          (name, count) -> {
            if (count instanceof Long number) {
              counts.put(Untrusted.name(String.valueOf(name)), number);
            }
          });
    }
    return Map.copyOf(counts);
  }
}
