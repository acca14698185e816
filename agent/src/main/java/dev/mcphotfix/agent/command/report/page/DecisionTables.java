package dev.mcphotfix.agent.command.report.page;

import dev.mcphotfix.agent.command.report.summary.Group;
import dev.mcphotfix.agent.command.report.summary.JvmState;
import dev.mcphotfix.agent.command.report.summary.NotableDecision;
import dev.mcphotfix.agent.command.report.summary.Outcome;
import dev.mcphotfix.agent.command.report.summary.Summary;
import java.util.List;
import java.util.Map;

/** The tables that have a row for each JVM, finding, and kind of decision. */
final class DecisionTables {

  private final Summary summary;

  DecisionTables(Summary summary) {
    this.summary = summary;
  }

  void instances(Html page) {
    page.tableHead(CountsTable.head("JVM", "records healed", "hooks", "last entry", "so it is"));
    for (Map.Entry<String, JvmState> row : summary.instances().entrySet()) {
      JvmState state = row.getValue();
      page.markup("<tr>").cell(row.getKey());
      CountsTable.cells(page, state.requests());
      page.cell(state.records().of(Outcome.HEALED)).cell(state.woven()).time(state.last());
      page.markup(state.needsAttention() ? "<td class=\"look\">" : "<td>");
      page.text(state.verdict()).markup("</td></tr>\n");
    }
    page.tableEnd();
  }

  void findings(Html page) {
    List<NotableDecision> findings = summary.findings();
    if (findings.isEmpty()) {
      page.markup("<p>Nothing.</p>\n");
      return;
    }
    page.markup("<p>The latest ").number(findings.size()).markup(".</p>\n");
    page.tableHead("time", "JVM", "server", "endpoint", "what became of it", "reason", "answer");
    findings.forEach(finding -> finding(page, finding));
    page.tableEnd();
  }

  private static void finding(Html page, NotableDecision finding) {
    Group group = finding.group();
    page.markup("<tr>").time(finding.time()).cell(group.instance()).cell(group.server());
    page.cell(group.endpoint()).outcome(group.outcome()).cell(group.reason());
    page.markup("<td>").text((finding.answer().status() + ' ' + finding.answer().error()).strip());
    if (!finding.answer().advice().isEmpty()) {
      page.markup("<br><em>").text(finding.answer().advice()).markup("</em>");
    }
    page.markup("</td></tr>\n");
  }

  void groups(Html page) {
    page.markup("<div id=\"decisions\">");
    page.tableHead(
        "JVM",
        "server",
        "endpoint",
        "about",
        "what became of it",
        "reason",
        "hook",
        "status",
        "count",
        "last");
    summary.groups().forEach(row -> group(page, row.getKey(), row.getValue()));
    page.tableEnd().markup("</div>\n");
    if (summary.ungrouped() > 0) {
      page.markup("<p>There are too many kinds of decisions for one table: ")
          .number(summary.ungrouped())
          .markup(" decisions are in the figures above only.</p>\n");
    }
  }

  private static void group(Html page, Group group, Group.Span span) {
    page.markup("<tr data-outcome=\"").markup(group.outcome().key()).markup("\">");
    page.cell(group.instance()).cell(group.server()).cell(group.endpoint());
    page.cell(group.aboutRecord() ? "record" : "request")
        .outcome(group.outcome())
        .cell(group.reason());
    page.cell(group.hook()).cell(group.status()).cell(span.count()).time(span.last());
    page.markup("</tr>\n");
  }
}
