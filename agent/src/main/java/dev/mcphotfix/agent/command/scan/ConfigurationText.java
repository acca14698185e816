package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.scan.candidate.Candidate;
import dev.mcphotfix.agent.command.scan.candidate.Candidates;
import dev.mcphotfix.agent.command.scan.candidate.Role;
import dev.mcphotfix.agent.command.terminal.JsonOutput;
import dev.mcphotfix.agent.command.terminal.Untrusted;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Writes what was found as a file for the agent: the rules that are proposed, and as comments what
 * speaks for them.
 */
final class ConfigurationText {

  private final Candidates candidates;
  private final int classes;
  private final boolean hooks;
  private final List<String> lines = new ArrayList<>();

  ConfigurationText(Candidates candidates, int classes, boolean hooks) {
    this.candidates = candidates;
    this.classes = classes;
    this.hooks = hooks;
  }

  /**
   * All of it.
   *
   * @param scanned the paths, for people
   * @param servers the lines that say which servers
   */
  List<String> lines(List<String> scanned, List<String> servers) {
    lines.add("{");
    String paths = Untrusted.line(String.join(" and ", scanned));
    lines.addAll(
        ScanLines.folded("  //", "Made by scan of " + paths + ", " + classes + " classes."));
    lines.addAll(servers);
    if (hooks) {
      relocated();
    } else {
      lines.add("");
      lines.add("  \"http\": [],");
    }
    rules();
    lines.add("}");
    return lines;
  }

  /** Copies of HTTP libraries, which the built-in hooks have to be told of. */
  private void relocated() {
    List<String> packages =
        candidates.ranked(Role.REFRESH).stream()
            .flatMap(candidate -> candidate.relocated().stream())
            .distinct()
            .map(JsonOutput::quoted)
            .toList();
    if (!packages.isEmpty()) {
      lines.add("");
      lines.add("  \"relocated\": [" + String.join(", ", packages) + "],");
    }
  }

  private void rules() {
    lines.add("");
    lines.add("  \"rules\": [");
    List<Candidate> all = candidates.chosen();
    for (Iterator<Candidate> each = all.iterator(); each.hasNext(); ) {
      Candidate candidate = each.next();
      lines.addAll(ScanLines.folded("    //", ScanLines.evidence(candidate)));
      lines.addAll(ScanLines.rule(candidate, name(candidate, all), "    "));
      if (each.hasNext()) {
        lines.add(lines.remove(lines.size() - 1) + ",");
      }
    }
    if (all.isEmpty()) {
      lines.add("    // Nothing was found that a rule would help.");
    }
    lines.add("  ]");
  }

  /** The role; with a number where several rules have it. */
  private static String name(Candidate candidate, List<Candidate> all) {
    List<Candidate> same = all.stream().filter(c -> c.role() == candidate.role()).toList();
    String word = candidate.role().word();
    return same.size() == 1 ? word : word + "-" + (same.indexOf(candidate) + 1);
  }
}
