package dev.mcphotfix.agent.config.server;

import dev.mcphotfix.agent.config.json.Spelling;
import java.util.Map;

/** Puts environment variables in, as hosts do: {@code ${NAME}} and {@code ${NAME:-default}}. */
final class Placeholders {

  private Placeholders() {}

  /**
   * The text with each placeholder replaced.
   *
   * @throws IllegalArgumentException naming a variable that is not set and has no default
   */
  static String expand(String text, Map<String, String> environment) {
    StringBuilder expanded = new StringBuilder();
    int start = 0;
    for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", start)) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw new IllegalArgumentException("a \"${\" without its \"}\"");
      }
      expanded.append(text, start, open);
      expanded.append(value(text.substring(open + 2, close), environment));
      start = close + 1;
    }
    return expanded.append(text, start, text.length()).toString();
  }

  private static String value(String placeholder, Map<String, String> environment) {
    int dash = placeholder.indexOf(":-");
    String name = dash < 0 ? placeholder : placeholder.substring(0, dash);
    String value = environment.get(name);
    if (value != null && !value.isEmpty()) {
      return value;
    }
    if (dash < 0) {
      throw new IllegalArgumentException(
          "the environment variable " + Spelling.quoted(name) + " is not set");
    }
    return placeholder.substring(dash + 2);
  }
}
