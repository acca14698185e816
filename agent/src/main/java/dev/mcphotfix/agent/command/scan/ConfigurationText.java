package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.scan.candidate.Candidate;
import dev.mcphotfix.agent.command.scan.candidate.Candidates;
import dev.mcphotfix.agent.command.scan.candidate.Role;
import dev.mcphotfix.agent.command.scan.candidate.Rule;
import dev.mcphotfix.agent.command.terminal.Untrusted;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was found as a file for the agent: the rules that are proposed, and as comments what
 * speaks for them and what else may be meant.
 */
final class ConfigurationText {

  /** Of each role; what is behind these is not worth reading. */
  private static final int OTHERS = 4;

  private static final int WIDTH = 100;

  private final Candidates candidates;
  private final int classes;
  private final boolean hooks;
  private final List<String> unhooked;
  private final List<String> lines = new ArrayList<>();

  ConfigurationText(Candidates candidates, int classes, boolean hooks, List<String> unhooked) {
    this.candidates = candidates;
    this.classes = classes;
    this.hooks = hooks;
    this.unhooked = unhooked;
  }

  List<String> lines(List<String> scanned, @Nullable String mcpConfig) {
    lines.add("{");
    String paths = Untrusted.line(String.join(" and ", scanned));
    comment("  //", "Made by scan of " + paths + ", " + classes + " classes.");
    servers(mcpConfig);
    if (hooks) {
      relocated();
    } else {
      lines.add("");
      lines.add("  \"http\": [],");
    }
    rules();
    lines.add("}");
    refreshes();
    others(Role.SAVE);
    others(Role.LOAD);
    return lines;
  }

  private void servers(@Nullable String mcpConfig) {
    if (mcpConfig != null) {
      lines.add("  \"mcpConfig\": [" + quoted(mcpConfig) + "],");
      return;
    }
    lines.add(
        "  // Which servers, and which client ids? Name the client's own file, if that says so:");
    lines.add("  // \"mcpConfig\": [\".mcp.json\"],");
    lines.add("  // or say it here:");
    lines.add(
        "  // \"mcpServers\": { \"example-server\": { \"url\": \"https://mcp.example.com/mcp\",");
    lines.add("  //   \"oauth\": { \"clientId\": \"my-static-client\" } } },");
  }

  /** Copies of HTTP libraries, which the built-in hooks have to be told of. */
  private void relocated() {
    List<String> packages =
        candidates.ranked(Role.REFRESH).stream()
            .flatMap(candidate -> candidate.relocated().stream())
            .distinct()
            .map(ConfigurationText::quoted)
            .toList();
    if (!packages.isEmpty()) {
      lines.add("");
      lines.add("  \"relocated\": [" + String.join(", ", packages) + "],");
    }
  }

  /** Most refreshes need no rule, which is as good to know. */
  private void refreshes() {
    List<Candidate> refreshes = candidates.ranked(Role.REFRESH);
    lines.add("");
    if (!unhooked.isEmpty()) {
      String clients = String.join(", ", unhooked);
      comment("//", "No hook covers what is sent with " + clients + ": that needs a rule.");
    }
    if (refreshes.isEmpty()) {
      lines.add(
          "// Nothing was found that makes a refresh request. The built-in hooks may see it.");
    } else {
      lines.add("// What makes refresh requests, the most likely first:");
      listed(refreshes);
    }
  }

  private void rules() {
    lines.add("");
    lines.add("  \"rules\": [");
    List<Candidate> all = candidates.chosen();
    for (Iterator<Candidate> each = all.iterator(); each.hasNext(); ) {
      Candidate candidate = each.next();
      evidence("    //", candidate);
      lines.addAll(rule(candidate, all, "    ", each.hasNext() ? "," : ""));
    }
    if (all.isEmpty()) {
      lines.add("    // Nothing was found that a rule would help.");
    }
    lines.add("  ]");
  }

  /** What came after those that are proposed, and may be meant after all. */
  private void others(Role role) {
    List<Candidate> others = new ArrayList<>(candidates.ranked(role));
    others.removeAll(candidates.chosen(role));
    if (!others.isEmpty()) {
      lines.add("");
      lines.add("// What else seems to " + role.word() + " credentials, the most likely first:");
      listed(others);
    }
  }

  private void listed(List<Candidate> all) {
    all.stream().limit(OTHERS).forEach(candidate -> evidence("//  ", candidate));
    if (all.size() > OTHERS) {
      lines.add("//   and " + (all.size() - OTHERS) + " more, which --json lists");
    }
  }

  private void evidence(String start, Candidate candidate) {
    comment(start, candidate.method().title() + ": " + String.join("; ", candidate.why()) + ".");
  }

  private static List<String> rule(
      Candidate candidate, List<Candidate> all, String indent, String comma) {
    Rule rule = candidate.rule();
    List<String> lines = new ArrayList<>();
    if (rule != null) {
      List<String> members = new ArrayList<>();
      rule.members(name(candidate, all))
          .forEach((key, value) -> members.add(quoted(key) + ": " + quoted(value)));
      lines.add(indent + "{ " + members.get(0) + ",");
      lines.add(indent + "  " + members.get(1) + ",");
      String rest = String.join(", ", members.subList(2, members.size()));
      lines.add(indent + "  " + rest + " }" + comma);
    }
    return lines;
  }

  /** The role; with a number where several rules have it. */
  private static String name(Candidate candidate, List<Candidate> all) {
    List<Candidate> same = all.stream().filter(c -> c.role() == candidate.role()).toList();
    String word = candidate.role().word();
    return same.size() == 1 ? word : word + "-" + (same.indexOf(candidate) + 1);
  }

  /** A comment, folded between words. */
  private void comment(String start, String text) {
    StringBuilder line = new StringBuilder(start);
    for (String word : text.split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(start + "  ");
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
  }

  private static String quoted(String text) {
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
