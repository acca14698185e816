package dev.mcphotfix.agent.command.attach.agent;

import dev.mcphotfix.agent.command.terminal.Untrusted;
import java.util.ArrayList;
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
    List<String> texts = new ArrayList<>();
    if (members.get(key) instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof String text) {
          texts.add(Untrusted.line(text));
        }
      }
    }
    return texts;
  }

  List<Fields> objects(String key) {
    List<Fields> objects = new ArrayList<>();
    if (members.get(key) instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof Map<?, ?> object) {
          objects.add(new Fields(object));
        }
      }
    }
    return objects;
  }

  @Nullable Fields object(String key) {
    return members.get(key) instanceof Map<?, ?> object ? new Fields(object) : null;
  }

  Map<String, Long> counts(String key) {
    Map<String, Long> counts = new LinkedHashMap<>();
    if (members.get(key) instanceof Map<?, ?> object) {
      object.forEach(
          (name, count) -> {
            if (count instanceof Long number) {
              counts.put(Untrusted.name(String.valueOf(name)), number);
            }
          });
    }
    return counts;
  }
}
