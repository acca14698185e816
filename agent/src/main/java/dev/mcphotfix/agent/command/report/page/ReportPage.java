package dev.mcphotfix.agent.command.report.page;

import dev.mcphotfix.agent.command.report.entry.LogReader;
import dev.mcphotfix.agent.command.report.entry.Outcome;
import dev.mcphotfix.agent.command.report.entry.Shown;
import dev.mcphotfix.agent.command.report.summary.Conclusion;
import dev.mcphotfix.agent.command.report.summary.Summary;
import java.util.List;

/**
 * The report as one page. It loads nothing, and the browser is told to load nothing: whatever a log
 * may have put into it, only the style and the script that are written here can take effect.
 */
public final class ReportPage {

  /** What a file begins with if it is a report. */
  public static final String BEGINNING =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="generator" content="MCP OAuth Hotfix report">
      """;

  private static final String STYLE = Resource.read("report.css");
  private static final String SCRIPT = Resource.read("report.js");

  private final Summary summary;
  private final LogReader reader;
  private final List<String> logs;
  private final Html page = new Html();

  /**
   * @param logs the names of the logs, as they were given
   */
  public ReportPage(Summary summary, LogReader reader, List<String> logs) {
    this.summary = summary;
    this.reader = reader;
    this.logs = logs;
  }

  /** The page, only ASCII in it. */
  public String html() {
    head();
    title();
    tiles();
    section("Over time");
    new Chart(summary.timeline(), page).write();
    DecisionTables tables = new DecisionTables(summary, page);
    section("JVMs");
    tables.instances();
    section("Look at these");
    tables.findings();
    section("Servers");
    tables.counts("server", summary.servers());
    section("Reasons");
    tables.counts("reason", summary.reasons());
    section("Decisions");
    filter();
    tables.groups();
    section("Logs");
    logs();
    page.markup("</section>\n</main>\n<script>").markup(SCRIPT).markup("</script>\n");
    return page.markup("</body>\n</html>\n").toString();
  }

  private void head() {
    page.markup(BEGINNING)
        .markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .markup("style-src '" + Resource.hash(STYLE) + "'; ")
        .markup("script-src '" + Resource.hash(SCRIPT) + "'\">\n")
        .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .markup("<title>MCP OAuth Hotfix: report</title>\n<style>")
        .markup(STYLE)
        .markup("</style>\n</head>\n<body>\n<main>\n");
  }

  private void title() {
    page.markup("<header><h1>MCP OAuth Hotfix: report</h1>\n<p>")
        .text(
            Times.second(summary.first()) + " to " + Times.second(summary.all().last()) + " UTC, ")
        .text(Shown.count(summary.jvms().size(), "JVM") + ", ")
        .text(Shown.count(logs.size(), "log") + ", ")
        .text(Shown.count(summary.entries(), "entry", "entries"))
        .markup("</p>\n");
    page.element(
            summary.needsAttention() ? "p class=\"verdict bad\"" : "p class=\"verdict\"",
            Conclusion.of(summary))
        .markup("</header>\n<section>\n");
  }

  private void tiles() {
    page.markup("<ul class=\"tiles\">\n");
    for (Outcome outcome : Outcome.values()) {
      tile(outcome.key(), summary.all().requests().of(outcome), outcome.text(), outcome.meaning());
    }
    tile(
        "records",
        summary.all().records().of(Outcome.HEALED),
        "records healed",
        "Saved credential records that got the id.");
    page.markup("</ul>\n");
  }

  private void tile(String key, long count, String text, String meaning) {
    page.markup("<li class=\"tile " + key + "\"><b>").number(count).markup("</b>");
    page.element("span", text).element("small", meaning).markup("</li>\n");
  }

  private void section(String title) {
    page.markup("</section>\n<section>").element("h2", title).markup("\n");
  }

  private void filter() {
    page.markup("<form id=\"filter\" hidden><label>Show rows with <input type=\"search\"></label>")
        .markup("<label>of <select><option value=\"\">every outcome</option>");
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
    page.markup("<p>Times are UTC. The reasons are explained in docs/decisions.md.</p>\n");
  }
}
