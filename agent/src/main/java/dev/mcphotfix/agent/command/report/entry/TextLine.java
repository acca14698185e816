package dev.mcphotfix.agent.command.report.entry;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.Event;
import dev.mcphotfix.agent.log.Notice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a line that the agent wrote as text, which has no time. */
final class TextLine {

  private static final Pattern START = Pattern.compile("mcp-hotfix (INFO|WARN|DEBUG) +");

  private static final Pattern FACT =
      Pattern.compile(" +([A-Za-z_]+)=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^ \"]*+))");

  private TextLine() {}

  /** Null where it is none. */
  static @Nullable LogEntry of(String line) {
    Matcher start = START.matcher(line);
    if (!start.find()) {
      return null;
    }
    String rest = line.substring(start.end()).stripTrailing();
    Event event = event(rest);
    return event == null
        ? null
        : new LogEntry(0, start.group(1), event, facts(rest.substring(event.text().length())));
  }

  /** The longest whose words it begins with. */
  private static @Nullable Event event(String rest) {
    Event found = null;
    List<Event> all = new ArrayList<>(List.of(Action.values()));
    all.addAll(List.of(Notice.values()));
    for (Event event : all) {
      boolean begins = (rest + ' ').startsWith(event.text() + ' ');
      if (begins && (found == null || event.text().length() > found.text().length())) {
        found = event;
      }
    }
    return found;
  }

  private static Map<String, @Nullable Object> facts(String rest) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    Matcher fact = FACT.matcher(rest);
    while (fact.lookingAt()) {
      String quoted = fact.group(2);
      facts.put(
          fact.group(1),
          quoted == null ? fact.group(3) : quoted.replaceAll("\\\\([\"\\\\])", "$1"));
      fact.region(fact.end(), rest.length());
    }
    return facts;
  }
}
