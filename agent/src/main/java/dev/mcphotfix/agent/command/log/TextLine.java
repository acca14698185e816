package dev.mcphotfix.agent.command.log;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Event;
import dev.mcphotfix.agent.log.Notice;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line that the agent wrote as text, or that the host's logging wrote for it behind
 * whatever its layout puts there. It has no time.
 */
final class TextLine {

  private static final Pattern START = Pattern.compile("mcp-hotfix (INFO|WARN|DEBUG) +");

  private static final Pattern FACT =
      Pattern.compile(" +([A-Za-z_]+)=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^ \"]*+))");

  /** In the host's logging the name and the level stand anywhere, or nowhere. */
  private static final Pattern HOST =
      Pattern.compile(
          "(?<![\\w-])(?:"
              + events().map(Event::text).map(Pattern::quote).collect(Collectors.joining("|"))
              + ") +(?=[a-z_]+=)");

  private TextLine() {}

  /** Null where it is none. */
  static @Nullable LogEntry of(String line) {
    Matcher start = START.matcher(line);
    if (start.find()) {
      return entry(start.group(1), line.substring(start.end()), false);
    }
    Matcher host = HOST.matcher(line);
    return host.find()
        ? entry(
            line.lastIndexOf("WARN", host.start()) < 0 ? "INFO" : "WARN",
            line.substring(host.start()),
            true)
        : null;
  }

  /**
   * What begins with an event.
   *
   * @param whole whether there must be nothing but facts behind it
   */
  private static @Nullable LogEntry entry(String level, String text, boolean whole) {
    String rest = text.stripTrailing();
    Event event = event(rest);
    if (event == null) {
      return null;
    }
    String told = rest.substring(event.text().length());
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    return addFacts(told, facts) == told.length() || !whole
        ? new LogEntry(0, level, event, facts)
        : null;
  }

  private static Stream<Event> events() {
    return Stream.<Event[]>of(Action.values(), Notice.values()).flatMap(Arrays::stream);
  }

  /** The longest whose words it begins with. */
  private static @Nullable Event event(String rest) {
    return events()
        .filter(event -> (rest + ' ').startsWith(event.text() + ' '))
        .max(Comparator.comparingInt(event -> event.text().length()))
        .orElse(null);
  }

  /** Answers where they end. */
  private static int addFacts(String rest, Map<String, @Nullable Object> facts) {
    int end = 0;
    Matcher fact = FACT.matcher(rest);
    while (fact.lookingAt()) {
      String quoted = fact.group(2);
      facts.put(
          fact.group(1),
          quoted == null ? fact.group(3) : quoted.replaceAll("\\\\([\"\\\\])", "$1"));
      end = fact.end();
      fact.region(end, rest.length());
    }
    return end;
  }
}
