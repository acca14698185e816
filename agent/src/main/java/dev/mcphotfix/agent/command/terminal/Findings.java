package dev.mcphotfix.agent.command.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** All that a command found out, in sections; printed for a person or as JSON for a script. */
public final class Findings {

  /** The column in which the text of a finding begins. */
  private static final int TEXT = 11;

  private final Map<String, List<Finding>> sections = new LinkedHashMap<>();
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private @Nullable String conclusion;

  /** Adds to the section of that title, which comes after those that are there already. */
  public void add(String section, Finding finding) {
    sections.computeIfAbsent(section, title -> new ArrayList<>()).add(finding);
  }

  /** What a person reads last; a script counts itself. */
  public void conclude(String text) {
    conclusion = text;
  }

  /** The same for a script, which finds it behind the sections. */
  public void concludeWith(String key, Object value) {
    facts.put(key, value);
  }

  /** Makes a note of each problem that was found to be none, by what was found out later. */
  public void settle(Predicate<Finding> settled) {
    sections
        .values()
        .forEach(all -> all.replaceAll(each -> settled.test(each) ? each.withoutAlarm() : each));
  }

  /** Whether there is such a one. */
  public boolean has(Predicate<Finding> wanted) {
    return sections.values().stream().flatMap(List::stream).anyMatch(wanted);
  }

  /** How many of them are problems. */
  public int problems() {
    return (int)
        sections.values().stream().flatMap(List::stream).filter(Finding::isProblem).count();
  }

  /** {@link ExitCode#NEEDS_ATTENTION} where there is a problem among them. */
  int exitCode() {
    return problems() > 0 ? ExitCode.NEEDS_ATTENTION : ExitCode.NOTHING_WRONG;
  }

  /** Their lines for a person, at the width of the terminal where it is one. */
  public List<String> lines(Ansi ansi) {
    return lines(ansi, ansi.enabled() ? Screen.columns() : Integer.MAX_VALUE);
  }

  List<String> lines(Ansi ansi, int columns) {
    List<String> lines = new ArrayList<>();
    sections.forEach(
        (title, findings) -> {
          lines.add(ansi.string("@|bold " + title + "|@"));
          for (Finding finding : findings) {
            String begin = "  " + finding.mark().column(ansi);
            lines.addAll(Wrapping.lines(begin, TEXT, finding.text(), columns));
            if (finding.advice() != null) {
              String arrow = " ".repeat(TEXT) + "-> ";
              lines.addAll(Wrapping.lines(arrow, arrow.length(), finding.advice(), columns));
            }
          }
        });
    if (conclusion != null) {
      lines.add(conclusion);
    }
    return lines;
  }

  /** The same for a script. */
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("exitCode", exitCode());
    sections.forEach(
        (title, findings) ->
            document.put(key(title), findings.stream().map(Finding::document).toList()));
    document.putAll(facts);
    return document;
  }

  /** {@code Built-in hooks} is {@code builtInHooks}. */
  private static String key(String title) {
    StringBuilder key = new StringBuilder();
    for (String word : title.split("[ -]", -1)) {
      String lower = word.toLowerCase(Locale.ROOT);
      key.append(
          key.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
    }
    return key.toString();
  }
}
