package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.scan.candidate.Candidate;
import dev.mcphotfix.agent.command.scan.candidate.Rule;
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
      rule.members(name).forEach((key, value) -> members.add(quoted(key) + ": " + quoted(value)));
      lines.add(indent + "{ " + members.get(0) + ",");
      lines.add(indent + "  " + members.get(1) + ",");
      lines.add(indent + "  " + String.join(", ", members.subList(2, members.size())) + " }");
    }
    return lines;
  }

  /** As JSON has it. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\');
      }
      quoted.append(Character.isISOControl(c) ? '?' : c);
    }
    return quoted.append('"').toString();
  }
}
