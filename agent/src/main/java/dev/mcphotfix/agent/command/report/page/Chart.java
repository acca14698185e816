package dev.mcphotfix.agent.command.report.page;

import dev.mcphotfix.agent.command.log.Outcome;
import dev.mcphotfix.agent.command.report.markup.Html;
import dev.mcphotfix.agent.command.report.summary.Timeline;
import dev.mcphotfix.agent.command.report.summary.Times;
import java.util.List;
import java.util.Locale;

/**
 * The token requests over time: stacked bars for the eye, and a table of the same figures. Across,
 * all is in percent and so as wide as the page; the texts stay as they are.
 *
 * @param outcomes those of which there are any
 */
record Chart(Timeline timeline, List<Outcome> outcomes, Html page) {

  private static final int TOP = 10;
  private static final int HEIGHT = 160;
  private static final int FEWEST = 12;

  void write() {
    List<Timeline.Step> steps = timeline.steps();
    if (steps.isEmpty()) {
      page.markup("<p>No token request is in the logs.</p>\n");
      return;
    }
    long most = steps.stream().mapToLong(step -> step.counts().total()).max().orElse(1);
    CountAxis counts = CountAxis.to(most);
    page.markup("<div class=\"chart\"><svg class=\"counts\" aria-hidden=\"true\">");
    counts.ticks().forEach(tick -> count(tick, counts));
    page.markup("</svg>\n<svg role=\"img\" aria-label=\"Token requests over time\">");
    counts.ticks().forEach(tick -> line(tick, counts));
    bars(steps, counts);
    page.markup("</svg></div>\n");
    legend();
    table(steps);
  }

  private void count(long tick, CountAxis counts) {
    page.markup("<text x=\"100%\" y=\"" + decimal(y(tick, counts) + 4) + "\">");
    page.number(tick).markup("</text>");
  }

  private void line(long tick, CountAxis counts) {
    String y = decimal(y(tick, counts));
    page.markup("<line x1=\"0\" x2=\"100%\" y1=\"" + y + "\" y2=\"" + y + "\"/>");
  }

  private void bars(List<Timeline.Step> steps, CountAxis counts) {
    double width = 100.0 / Math.max(steps.size(), FEWEST);
    TimeAxis times = TimeAxis.of(steps, timeline.width());
    for (int i = 0; i < steps.size(); i++) {
      bar(steps.get(i), i * width, width, counts);
      String label = times.label(i);
      if (!label.isEmpty()) {
        tick(label, i * width, times.isMinor(i));
      }
    }
  }

  private void tick(String label, double x, boolean minor) {
    String at = decimal(x) + '%';
    page.markup("<g class=\"" + (minor ? "tick minor" : "tick") + "\"><line x1=\"" + at);
    page.markup("\" x2=\"" + at + "\" y1=\"" + (TOP + HEIGHT) + "\" y2=\"" + (TOP + HEIGHT + 6));
    page.markup("\"/><text x=\"" + at + "\" y=\"" + (TOP + HEIGHT + 18) + "\">");
    page.text(label).markup("</text></g>");
  }

  private void bar(Timeline.Step step, double x, double width, CountAxis counts) {
    page.markup("<g><title>").text(label(step));
    for (Outcome outcome : outcomes) {
      long count = step.counts().of(outcome);
      if (count > 0) {
        page.text(", " + outcome.text() + ": ").number(count);
      }
    }
    page.markup("</title>");
    long below = 0;
    for (Outcome outcome : outcomes) {
      long count = step.counts().of(outcome);
      if (count > 0) {
        below += count;
        double height = (double) HEIGHT * count / counts.top();
        page.markup("<rect class=\"" + outcome.key() + "\" x=\"" + decimal(x + width * 0.1));
        page.markup("%\" y=\"" + decimal(y(below, counts)) + "\" width=\"" + decimal(width * 0.8));
        page.markup("%\" height=\"" + decimal(height) + "\"/>");
      }
    }
    page.markup("</g>\n");
  }

  private static double y(long count, CountAxis counts) {
    return TOP + HEIGHT - (double) HEIGHT * count / counts.top();
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }

  private void legend() {
    page.markup("<ul class=\"legend\">");
    for (Outcome outcome : outcomes) {
      page.markup("<li><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect class=\"")
          .markup(outcome.key() + "\" width=\"10\" height=\"10\" rx=\"2\"/></svg>")
          .element("span", outcome.text())
          .markup("</li>");
    }
    page.markup("</ul>\n");
  }

  private void table(List<Timeline.Step> steps) {
    page.markup("<details>")
        .element("summary", "The same figures for each " + Times.width(timeline.width()))
        .markup("\n")
        .tableBegin()
        .column("from (UTC)")
        .columns(outcomes)
        .tableBody();
    for (Timeline.Step step : steps) {
      if (step.counts().total() > 0) {
        page.markup("<tr>").element("td class=\"time\"", label(step));
        page.cells(outcomes, step.counts()).markup("</tr>\n");
      }
    }
    page.tableEnd().markup("</details>\n");
  }

  private String label(Timeline.Step step) {
    return Times.step(step.start(), timeline.width());
  }
}
