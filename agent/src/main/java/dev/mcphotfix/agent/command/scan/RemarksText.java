package dev.mcphotfix.agent.command.scan;

import dev.mcphotfix.agent.command.scan.candidate.Candidate;
import dev.mcphotfix.agent.command.scan.candidate.Candidates;
import dev.mcphotfix.agent.command.scan.candidate.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what a person should know beside the file: what makes refresh requests, and what else may
 * be meant, each with a rule that can be pasted or the reason why there is none.
 */
final class RemarksText {

  /** Of each role; what is behind these is not worth reading. */
  private static final int OTHERS = 4;

  private final Candidates candidates;
  private final List<String> unhooked;
  private final List<String> lines = new ArrayList<>();

  RemarksText(Candidates candidates, List<String> unhooked) {
    this.candidates = candidates;
    this.unhooked = unhooked;
  }

  List<String> lines() {
    refreshes();
    others(Role.SAVE);
    others(Role.LOAD);
    return lines;
  }

  /** Most refreshes need no rule, which is as good to know. */
  private void refreshes() {
    List<Candidate> refreshes = candidates.ranked(Role.REFRESH);
    if (!unhooked.isEmpty()) {
      lines.add(
          "No hook covers what is sent with " + String.join(", ", unhooked) + ": it needs a rule.");
    }
    if (refreshes.isEmpty()) {
      lines.add("Nothing was found that makes a refresh request. The built-in hooks may see it.");
    } else {
      lines.add("What makes refresh requests, the most likely first:");
      listed(refreshes);
    }
  }

  /** What came after those that are proposed, and may be meant after all. */
  private void others(Role role) {
    List<Candidate> others = new ArrayList<>(candidates.ranked(role));
    others.removeAll(candidates.chosen(role));
    if (!others.isEmpty()) {
      lines.add("What else seems to " + role.word() + " credentials, the most likely first:");
      listed(others);
    }
  }

  private void listed(List<Candidate> all) {
    for (Candidate candidate : all.subList(0, Math.min(OTHERS, all.size()))) {
      lines.addAll(ScanLines.folded(" ", ScanLines.evidence(candidate)));
      if (!candidates.chosen(candidate.role()).contains(candidate)) {
        String name = "other-" + candidate.role().word() + "-" + (all.indexOf(candidate) + 1);
        lines.addAll(ScanLines.rule(candidate, name, "    "));
      }
    }
    if (all.size() > OTHERS) {
      lines.add("  and " + (all.size() - OTHERS) + " more, which --json lists");
    }
  }
}
