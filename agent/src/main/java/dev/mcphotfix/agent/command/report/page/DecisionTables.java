package dev.mcphotfix.agent.command.report.page;

import dev.mcphotfix.agent.command.log.Outcome;
import dev.mcphotfix.agent.command.log.Shown;
import dev.mcphotfix.agent.command.report.markup.Html;
import dev.mcphotfix.agent.command.report.summary.Group;
import dev.mcphotfix.agent.command.report.summary.Jvm;
import dev.mcphotfix.agent.command.report.summary.JvmState;
import dev.mcphotfix.agent.command.report.summary.Kind;
import dev.mcphotfix.agent.command.report.summary.Summary;
import dev.mcphotfix.agent.command.report.summary.Times;
import java.util.List;

/** The tables that have a row for each JVM, server, kind of decision, or reason. */
record DecisionTables(Summary summary, Anchors anchors, List<Outcome> outcomes, Html page) {

  void jvms() {
    boolean records = summary.all().records().of(Outcome.HEALED) > 0;
    boolean warnings = summary.all().warnings() > 0;
    boolean restarts = summary.jvms().shown().values().stream().anyMatch(jvm -> jvm.starts() > 1);
    page.tableBegin().column("JVM").column("state").columns(outcomes);
    page.numberColumn(records, "records healed").numberColumn("hooks");
    page.numberColumn(warnings, "other warnings").numberColumn(restarts, "starts");
    page.column("last entry (UTC)").tableBody();
    summary.jvms().shown().forEach((name, jvm) -> jvm(name, jvm, records, warnings, restarts));
    page.tableEnd();
  }

  private void jvm(String name, Jvm jvm, boolean records, boolean warnings, boolean restarts) {
    JvmState all = jvm.all();
    page.markup("<tr id=\"" + anchors.jvm(name) + "\">").cell(name);
    page.element(
        jvm.needsAttention() ? "td class=\"state bad\"" : "td class=\"state\"", jvm.verdict());
    page.cells(outcomes, all.requests());
    page.cell(records, all.records().of(Outcome.HEALED)).cell(jvm.latest().woven());
    page.cell(warnings, all.warnings())
        .cell(restarts, jvm.starts())
        .time(all.last())
        .markup("</tr>\n");
  }

  void servers() {
    page.tableBegin().column("server").columns(outcomes).tableBody();
    summary
        .servers()
        .counts()
        .forEach(
            (name, counts) ->
                page.markup("<tr>")
                    .cell(serverName(name))
                    .cells(outcomes, counts)
                    .markup("</tr>\n"));
    page.tableEnd();
  }

  private static String serverName(String name) {
    return name.equals("-") ? "(none matched)" : name;
  }

  void others() {
    page.markup("<div id=\"decisions\">").tableBegin();
    page.column("outcome").numberColumn("count").column("reason").column("server");
    page.column("endpoint").column("hook").column("status").column("JVM").column("when (UTC)");
    page.tableBody();
    summary.otherDecisions().forEach(this::other);
    page.tableEnd().markup("</div>\n");
    if (summary.ungrouped() > 0) {
      page.markup("<p>There are too many kinds of decisions for one table: ")
          .number(summary.ungrouped())
          .markup(" decisions are in the figures above only.</p>\n");
    }
  }

  private void other(Kind kind) {
    Group group = kind.group();
    page.markup("<tr data-outcome=\"" + group.outcome().key() + "\">");
    page.outcome(group.outcome(), kind.before() ? " (before the latest start)" : "");
    page.cell(kind.span().count()).markup("<td>");
    page.link(anchors.reason(group.reason()), group.reason()).markup("</td>");
    page.cell(group.server()).cell(group.aboutRecord() ? "-" : group.endpoint());
    page.cell(group.hook()).cell(group.answer().words()).markup("<td>");
    String name = kind.jvms().first();
    boolean one = kind.jvms().size() == 1;
    page.link(
        one ? anchors.jvm(name) : "", one ? name : Shown.number(kind.jvms().size()) + " JVMs");
    page.markup("</td>").element("td", Times.span(kind.span().first(), kind.span().last()));
    page.markup("</tr>\n");
  }

  void reasons() {
    page.markup("<dl>\n");
    for (String code : summary.reasons().counts().keySet()) {
      String meaning = ReasonMeaning.of(code);
      if (!meaning.isEmpty()) {
        page.markup("<div id=\"" + anchors.reason(code) + "\">").element("dt", code);
        page.markup("<dd>").code(meaning).markup("</dd></div>\n");
      }
    }
    page.markup("</dl>\n");
  }
}
