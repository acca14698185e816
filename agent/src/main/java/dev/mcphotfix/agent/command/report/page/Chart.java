package dev.mcphotfix.agent.command.report.page;

import dev.mcphotfix.agent.command.report.entry.Outcome;
import dev.mcphotfix.agent.command.report.summary.Timeline;
import java.util.List;
import java.util.Locale;

/** The token requests over time: stacked bars for the eye, and a table of the same figures. */
record Chart(Timeline timeline, Html page) {

  private static final int HEIGHT = 160;
  private static final int STEP = 10;

  void write() {
    List<Timeline.Step> steps = timeline.steps();
    if (steps.isEmpty()) {
      page.markup("<p>No token request is in the logs.</p>\n");
      return;
    }
    bars(steps);
    legend();
    table(steps);
  }

  private void bars(List<Timeline.Step> steps) {
    long most = steps.stream().mapToLong(step -> step.counts().total()).max().orElse(1);
    int width = STEP * Math.max(steps.size(), 12);
    page.markup("<div class=\"chart\"><div class=\"most\">").number(most).markup("</div>\n");
    page.markup("<svg role=\"img\" aria-label=\"Token requests over time\"")
        .markup(" preserveAspectRatio=\"none\" viewBox=\"0 0 " + width + " " + HEIGHT + "\">\n");
    for (int i = 0; i < steps.size(); i++) {
      bar(steps.get(i), i * STEP, most);
    }
    page.markup("</svg>\n<div class=\"axis\">").element("span", label(steps.get(0)));
    page.element("span", steps.size() < 2 ? "" : label(steps.get(steps.size() - 1)));
    page.markup("</div></div>\n");
  }

  private void bar(Timeline.Step step, int x, long most) {
    page.markup("<g><title>").text(label(step));
    for (Outcome outcome : Outcome.values()) {
      long count = step.counts().of(outcome);
      if (count > 0) {
        page.text(", " + outcome.text() + ": ").number(count);
      }
    }
    page.markup("</title>");
    double y = HEIGHT;
    for (Outcome outcome : Outcome.values()) {
      double height = (double) HEIGHT * step.counts().of(outcome) / most;
      if (height > 0) {
        y -= height;
        page.markup(
            String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%d\" y=\"%.2f\" width=\"%d\" height=\"%.2f\"/>",
                outcome.key(),
                x + 1,
                y,
                STEP - 2,
                height));
      }
    }
    page.markup("</g>\n");
  }

  private void legend() {
    page.markup("<ul class=\"legend\">");
    for (Outcome outcome : Outcome.values()) {
      page.markup("<li><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect class=\"")
          .markup(outcome.key() + "\" width=\"10\" height=\"10\" rx=\"2\"/></svg>")
          .element("span", outcome.text())
          .markup("</li>");
    }
    page.markup("</ul>\n");
  }

  private void table(List<Timeline.Step> steps) {
    page.markup("<details>")
        .element("summary", "The figures, each " + Times.width(timeline.width()))
        .markup("\n")
        .tableHead(DecisionTables.head("from"));
    for (Timeline.Step step : steps) {
      if (step.counts().total() > 0) {
        page.markup("<tr>").element("td class=\"time\"", label(step));
        page.cells(step.counts()).markup("</tr>\n");
      }
    }
    page.tableEnd().markup("</details>\n");
  }

  private String label(Timeline.Step step) {
    return Times.step(step.start(), timeline.width());
  }
}
