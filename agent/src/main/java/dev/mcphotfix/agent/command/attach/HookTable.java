package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.agent.AgentStatus;
import dev.mcphotfix.agent.command.attach.agent.AgentStatus.Hook;
import dev.mcphotfix.agent.command.terminal.Columns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The hooks of an agent: those that are woven with their figures, then why others are not. */
final class HookTable {

  private static final int WIDTH = 76;

  /** The agent's word for a hook of which it has seen no class. */
  private static final String UNMET = "not met yet";

  private HookTable() {}

  /**
   * @param verbose whether with the place of each and those that met no class
   */
  static List<String> lines(AgentStatus status, boolean verbose) {
    List<String> lines = new ArrayList<>();
    if (status.isWoven()) {
      lines.addAll(woven(status, verbose));
    } else {
      lines.add(
          status.isOff()
              ? "none is woven: mode=off asks for none but those of a witness or a trace"
              : "none is woven yet: no class that the agent weaves is loaded there");
    }
    reasons(status)
        .forEach(
            (reason, hooks) -> {
              if (verbose || !reason.equals(UNMET)) {
                lines.add("not woven, " + reason + ':');
                lines.addAll(wrapped(hooks));
              }
            });
    return lines;
  }

  private static List<String> wrapped(List<String> words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(" ");
    for (String word : words) {
      if (line.length() + word.length() >= WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(" ");
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static List<String> woven(AgentStatus status, boolean verbose) {
    String patched = "observe".equals(status.mode()) ? "WOULD PATCH" : "PATCHED";
    Columns columns = new Columns(Set.of(1, 2, 3), "HOOK", "REQUESTS", patched, "LEFT ALONE");
    wovenByName(status).values().forEach(places -> add(places, verbose, columns));
    return columns.lines();
  }

  private static Map<String, List<Hook>> wovenByName(AgentStatus status) {
    return status.hooks().stream()
        .filter(Hook::woven)
        .collect(Collectors.groupingBy(Hook::hook, LinkedHashMap::new, Collectors.toList()));
  }

  /** One row for all places of a hook: a request may pass several, and is counted once. */
  private static void add(List<Hook> places, boolean verbose, Columns columns) {
    Hook hook = places.get(0);
    long leftAlone = hook.leftAlone().values().stream().mapToLong(Long::longValue).sum();
    columns.add(
        hook.hook(),
        Long.toString(hook.requests()),
        Long.toString(hook.patched()),
        Long.toString(leftAlone));
    if (leftAlone > 0) {
      columns.addBelow("  left alone: " + counts(hook.leftAlone()));
    }
    if (verbose) {
      places.forEach(place -> addPlace(place, columns));
      if (hook.lastDecision() != null) {
        columns.addBelow("  last: " + hook.lastDecision());
      }
    }
  }

  private static void addPlace(Hook hook, Columns columns) {
    columns.addBelow("  " + hook.type() + '#' + hook.method());
    columns.addBelow(
        "  loader " + hook.loader() + (hook.source() == null ? "" : ", " + hook.source()));
  }

  /** The most frequent first. */
  static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> entry.getKey() + ' ' + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static Map<String, List<String>> reasons(AgentStatus status) {
    return status.hooks().stream()
        .filter(hook -> !hook.woven())
        .collect(
            Collectors.groupingBy(
                hook -> hook.reason() == null ? "no reason given" : hook.reason(),
                LinkedHashMap::new,
                Collectors.mapping(Hook::hook, Collectors.toList())));
  }
}
