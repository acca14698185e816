package dev.mcphotfix.agent.config;

import dev.mcphotfix.agent.config.json.Origin;
import dev.mcphotfix.agent.config.json.Problems;
import dev.mcphotfix.agent.config.json.Spelling;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the text after {@code -javaagent:JAR=} apart: {@code key=value} pairs with commas between
 * them, the first of which may be the bare name of the configuration file.
 *
 * <p>{@code \,} is a comma inside a value. A backslash before anything else is itself, so that
 * Windows paths need no care.
 */
public final class AgentArgument {

  /** No option: tells the answers of an agent apart that is loaded into a running JVM. */
  private static final String REQUEST = "request";

  private static final String COMMA =
      ", but \\, is a comma inside a value; name a folder without the backslash at its end";

  private final Map<Option, String> values = new EnumMap<>(Option.class);
  private final Problems problems;

  private AgentArgument(Problems problems) {
    this.problems = problems;
  }

  static Map<Option, String> parse(@Nullable String text, Problems problems) {
    AgentArgument argument = new AgentArgument(problems);
    if (text != null) {
      List<String> items = split(text);
      for (int i = 0; i < items.size(); i++) {
        argument.accept(items.get(i), i == 0);
      }
    }
    return argument.values;
  }

  /**
   * What holds after a running agent was given other options. Those that only say how servers are
   * treated, {@code mode=observe}, replace the ones of their names; any others replace all.
   *
   * @param current what holds; null for none
   * @param options null for none, which change nothing
   */
  public static @Nullable String changed(@Nullable String current, @Nullable String options) {
    Problems problems = new Problems();
    Map<Option, String> changes = parse(options, problems);
    Set<Option> treatment = EnumSet.range(Option.MODE, Option.TRACE);
    if (!problems.found().isEmpty() || !treatment.containsAll(changes.keySet())) {
      return options; // Whoever reads it says what is wrong.
    }
    if (changes.isEmpty()) {
      return current;
    }
    Map<Option, String> all = parse(current, problems);
    all.putAll(changes);
    return text(all);
  }

  private static String text(Map<Option, String> values) {
    List<String> items = new ArrayList<>();
    values.forEach((option, value) -> items.add(option.key() + '=' + value.replace(",", "\\,")));
    return String.join(",", items);
  }

  private static List<String> split(String text) {
    List<String> items = new ArrayList<>();
    StringBuilder item = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == ',') {
        item.append(',');
        i++;
      } else if (c == ',') {
        items.add(item.toString());
        item.setLength(0);
      } else {
        item.append(c);
      }
    }
    items.add(item.toString());
    return items;
  }

  private void accept(String item, boolean first) {
    int equals = item.indexOf('=');
    if (item.isBlank()) {
      return;
    }
    if (equals >= 0) {
      put(item.substring(0, equals).strip(), item.substring(equals + 1));
    } else if (first) {
      values.put(Option.CONFIG, item);
      checkComma(Option.CONFIG.key(), item);
    } else {
      problems.add(
          "agent argument: "
              + Spelling.quoted(item)
              + ": expected key=value; a comma inside a value is written \\,");
    }
  }

  private void put(String key, String value) {
    if (key.equals(REQUEST)) {
      return;
    }
    Option option = named(key);
    if (option == null) {
      problems.add(unknown(key));
    } else if (values.put(option, value) != null) {
      problems.add(Origin.ARGUMENT, key, "given twice");
    } else {
      checkComma(key, value);
    }
  }

  /** As it is in {@code log=file:C:\logs\,mode=off}. */
  private void checkComma(String key, String value) {
    for (Option option : Option.values()) {
      String next = ",".concat(option.key()).concat("=");
      if (value.contains(next)) {
        problems.add(
            Origin.ARGUMENT,
            key,
            Spelling.quoted(next) + " in it looks like the next option" + COMMA);
        return;
      }
    }
  }

  private static @Nullable Option named(String key) {
    for (Option option : Option.values()) {
      if (option.key().equals(key)) {
        return option;
      }
    }
    return null;
  }

  private static String unknown(String key) {
    if (key.equals("clientSecret")) {
      return "agent argument: clientSecret: not an option; the agent never needs a secret";
    }
    List<String> known = new ArrayList<>();
    for (Option option : Option.values()) {
      known.add(option.key());
    }
    return "agent argument: unknown option "
        + Spelling.quoted(key)
        + "; "
        + Spelling.hint(key, known)
        + (key.indexOf(',') >= 0 ? COMMA : "")
        + (key.indexOf('/') >= 0 || key.indexOf('\\') >= 0
            ? "; a file whose path has \"=\" in it is given as config=PATH"
            : "");
  }
}
