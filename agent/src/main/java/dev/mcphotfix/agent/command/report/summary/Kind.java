package dev.mcphotfix.agent.command.report.summary;

import dev.mcphotfix.agent.command.log.Decided;
import dev.mcphotfix.agent.command.log.Outcome;
import dev.mcphotfix.agent.log.Reason;
import java.util.SortedSet;

/**
 * Decisions that are alike, of one JVM or of many.
 *
 * @param before whether they were problems before the latest start of their JVM
 * @param jvms the names of the JVMs
 */
public record Kind(Group group, boolean before, SortedSet<String> jvms, Group.Span span) {

  /** Whether somebody has to do something about it now. */
  public boolean isProblem() {
    return !before && group.outcome().needsAttention();
  }

  /** In a line: what became of the requests or records, and what was said about it. */
  public String title() {
    String detail = group.outcome() == Outcome.ATTENTION ? why() : group.answer().words();
    return detail.isEmpty() ? group.outcome().text() : group.outcome().text() + ": " + detail;
  }

  private String why() {
    if (Reason.isEarly(group.reason())) {
      return "came before the endpoint was found out";
    }
    if (group.reason().equals(Decided.DIAGNOSED)) {
      return "a traced conversation has failed";
    }
    return group.reason().equals(Decided.WITNESSED) ? "no hook has examined it" : group.reason();
  }
}
