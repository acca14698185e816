package dev.mcphotfix.agent.command.report.page;

import dev.mcphotfix.agent.command.report.entry.Outcome;
import dev.mcphotfix.agent.command.report.summary.Group;
import dev.mcphotfix.agent.command.report.summary.Jvm;
import dev.mcphotfix.agent.command.report.summary.JvmState;
import dev.mcphotfix.agent.command.report.summary.Summary;
import dev.mcphotfix.agent.command.report.summary.Tally;
import java.util.ArrayList;
import java.util.List;

/** The tables that have a row for each JVM, finding, kind of decision, or name. */
record DecisionTables(Summary summary, Html page) {

  /** The titles of a table with a column for each outcome. */
  static String[] head(String first, String... last) {
    List<String> head = new ArrayList<>(List.of(first));
    for (Outcome outcome : Outcome.values()) {
      head.add(outcome.text());
    }
    head.addAll(List.of(last));
    return head.toArray(String[]::new);
  }

  void counts(String first, Tally tally) {
    page.tableHead(head(first));
    tally
        .counts()
        .forEach((name, counts) -> page.markup("<tr>").cell(name).cells(counts).markup("</tr>\n"));
    page.tableEnd();
  }

  void instances() {
    page.tableHead(head("JVM", "records healed", "hooks", "starts", "last entry", "so it is"));
    summary.jvms().shown().forEach(this::instance);
    page.tableEnd();
  }

  private void instance(String name, Jvm jvm) {
    JvmState all = jvm.all();
    page.markup("<tr>").cell(name).cells(all.requests()).cell(all.records().of(Outcome.HEALED));
    page.cell(jvm.latest().woven()).cell(jvm.starts()).time(all.last());
    page.element(jvm.needsAttention() ? "td class=\"look\"" : "td", jvm.verdict())
        .markup("</tr>\n");
  }

  void findings() {
    List<Summary.Notable> findings = summary.findings();
    if (findings.isEmpty()) {
      page.markup("<p>Nothing.</p>\n");
      return;
    }
    page.markup("<p>The latest ").number(findings.size()).markup(".</p>\n");
    page.tableHead("time", "JVM", "server", "endpoint", "what became of it", "reason", "answer");
    findings.forEach(this::finding);
    page.tableEnd();
  }

  private void finding(Summary.Notable finding) {
    Group group = finding.group();
    page.markup("<tr>").time(finding.time()).cell(finding.jvm()).cell(group.server());
    page.cell(group.endpoint()).outcome(group.outcome()).cell(group.reason());
    page.markup("<td>").text((finding.answer().status() + ' ' + finding.answer().error()).strip());
    if (!finding.answer().advice().isEmpty()) {
      page.markup("<br>").element("em", finding.answer().advice());
    }
    page.markup("</td></tr>\n");
  }

  void groups() {
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
    summary.rows().forEach(this::group);
    page.tableEnd().markup("</div>\n");
    if (summary.ungrouped() > 0) {
      page.markup("<p>There are too many kinds of decisions for one table: ")
          .number(summary.ungrouped())
          .markup(" decisions are in the figures above only.</p>\n");
    }
  }

  private void group(Summary.Row row) {
    Group group = row.group();
    page.markup("<tr data-outcome=\"" + group.outcome().key() + "\">");
    page.cell(row.jvm()).cell(group.server()).cell(group.endpoint());
    page.cell(group.aboutRecord() ? "record" : "request").outcome(group.outcome());
    page.cell(group.reason()).cell(group.hook()).cell(group.status());
    page.cell(row.span().count()).time(row.span().last()).markup("</tr>\n");
  }
}
