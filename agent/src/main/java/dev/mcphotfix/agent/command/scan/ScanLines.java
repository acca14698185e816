package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.scan.candidate.Candidate;
import dev.mcphotfix.agent.command.scan.candidate.Rule;
import dev.mcphotfix.agent.command.terminal.JsonOutput;
import java.util.ArrayList;
import java.util.List;

/** Lines of what a scan prints, in the file and beside it. */
final class ScanLines {

  private static final int WIDTH = 100;

  private ScanLines() {}

  /** What speaks for a candidate and against it. */
  static String evidence(Candidate candidate) {
    return candidate.method().title() + ": " + String.join("; ", candidate.why()) + ".";
  }

  /** A text, folded between words; what follows the first line is indented further. */
  static List<String> folded(String start, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(start);
    for (String word : text.split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(start + "  ");
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Its rule, as the file of the agent has it; nothing where there is none. */
  static List<String> rule(Candidate candidate, String name, String indent) {
    Rule rule = candidate.rule();
    List<String> lines = new ArrayList<>();
    if (rule != null) {
      List<String> members = new ArrayList<>();
      rule.members(name)
          .forEach(
              (key, value) ->
                  members.add(JsonOutput.quoted(key) + ": " + JsonOutput.quoted(value)));
      lines.add(indent + "{ " + members.get(0) + ",");
      lines.add(indent + "  " + members.get(1) + ",");
      lines.add(indent + "  " + String.join(", ", members.subList(2, members.size())) + " }");
    }
    return lines;
  }
}
