package dev.mcphotfix.agent.command.report.page;

import dev.mcphotfix.agent.command.log.LogReader;
import dev.mcphotfix.agent.command.log.Outcome;
import dev.mcphotfix.agent.command.log.Shown;
import dev.mcphotfix.agent.command.report.markup.Html;
import dev.mcphotfix.agent.command.report.markup.PageFrame;
import dev.mcphotfix.agent.command.report.markup.Resource;
import dev.mcphotfix.agent.command.report.summary.Conclusion;
import dev.mcphotfix.agent.command.report.summary.Summary;
import dev.mcphotfix.agent.command.report.summary.Times;
import java.util.List;
import java.util.stream.Stream;

/** The report as one page, which loads nothing. */
public final class ReportPage {

  /** What it is, in a word. */
  public static final String NAME = "report";

  private static final PageFrame FRAME =
      new PageFrame(
          NAME,
          Resource.read("palette.css") + Resource.read("page.css"),
          Resource.read("report.js"));

  private final Summary summary;
  private final LogReader reader;
  private final List<String> logs;
  private final Anchors anchors;
  private final Html page = FRAME.begin();

  /**
   * @param logs the names of the logs, as they were given
   */
  public ReportPage(Summary summary, LogReader reader, List<String> logs) {
    this.summary = summary;
    this.reader = reader;
    this.logs = logs;
    anchors = new Anchors(summary);
  }

  /** The page, only ASCII in it. */
  public String html() {
    title();
    new Totals(summary, page).write();
    problems();
    section("Requests over time");
    List<Outcome> outcomes = outcomes();
    new Chart(summary.timeline(), outcomes, page).write();
    tables(new DecisionTables(summary, anchors, outcomes, page));
    section("Logs in this report");
    logs();
    return FRAME.end(page.markup("</section>\n"));
  }

  private void title() {
    page.markup(summary.needsAttention() ? "<header class=\"bad\">" : "<header>")
        .element("p", "MCP OAuth Hotfix report")
        .element("h1", Conclusion.headline(summary));
    for (String sentence : List.of(Conclusion.problems(summary), Conclusion.remarks(summary))) {
      if (!sentence.isEmpty()) {
        page.element("p class=\"what\"", sentence);
      }
    }
    page.markup("<p>")
        .text(Times.span(summary.first(), summary.all().last()) + " UTC \u00b7 ")
        .text(Shown.count(summary.jvms().size(), "JVM") + " \u00b7 ")
        .text(Shown.count(logs.size(), "log") + " \u00b7 ")
        .text(Shown.count(summary.entries(), "entry", "entries"))
        .markup("</p>\n</header>\n<section>\n");
  }

  private void problems() {
    if (summary.needsAttention()) {
      section("Problems and next steps");
      new ProblemList(summary, anchors, page).write();
    }
  }

  private void tables(DecisionTables tables) {
    section("JVMs");
    tables.jvms();
    if (summary.servers().counts().size() > 1) {
      section("Servers");
      tables.servers();
    }
    if (!summary.otherDecisions().isEmpty()) {
      section(summary.problems().isEmpty() ? "Decisions" : "All other decisions");
      filter();
      tables.others();
    }
    if (!summary.reasons().counts().isEmpty()) {
      section("What the reasons mean");
      tables.reasons();
    }
  }

  /** Those of which there are any: a column of nothing says nothing. */
  private List<Outcome> outcomes() {
    return Stream.of(Outcome.values())
        .filter(outcome -> summary.all().requests().of(outcome) > 0)
        .toList();
  }

  private void section(String title) {
    page.markup("</section>\n<section>").element("h2", title).markup("\n");
  }

  private void filter() {
    page.markup("<form id=\"filter\" hidden><label>Show rows with <input type=\"search\"></label>")
        .markup("<label>and outcome <select><option value=\"\">any</option>");
    for (Outcome outcome : Outcome.values()) {
      page.element("option value=\"" + outcome.key() + '"', outcome.text());
    }
    page.markup("</select></label><output></output></form>\n");
  }

  private void logs() {
    page.markup("<ul>\n");
    for (String log : logs.subList(0, Math.min(logs.size(), 200))) {
      page.element("li", Shown.text(log)).markup("\n");
    }
    page.markup("</ul>\n");
    if (logs.size() > 200) {
      page.markup("<p>and ").number(logs.size() - 200).markup(" more.</p>\n");
    }
    if (reader.badLines() > 0) {
      page.element("p", reader.badLinesNamed()).markup("\n");
    }
  }
}
