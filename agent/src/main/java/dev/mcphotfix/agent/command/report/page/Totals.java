package dev.mcphotfix.agent.command.report.page;

import dev.mcphotfix.agent.command.log.Outcome;
import dev.mcphotfix.agent.command.report.markup.Html;
import dev.mcphotfix.agent.command.report.summary.Summary;
import java.util.ArrayList;
import java.util.List;

/** How many there are of each outcome: a tile for each of which there are any. */
record Totals(Summary summary, Html page) {

  void write() {
    List<String> none = new ArrayList<>();
    page.markup("<ul class=\"tiles\">\n");
    for (Outcome outcome : Outcome.values()) {
      long count = summary.all().requests().of(outcome);
      if (count == 0) {
        none.add(outcome.text());
      } else {
        tile(outcome.key(), count, outcome.text(), outcome.meaning());
      }
    }
    long records = summary.all().records().of(Outcome.HEALED);
    if (records > 0) {
      tile("records", records, "records healed", "Saved credential records that got the id.");
    }
    page.markup("</ul>\n");
    if (!none.isEmpty()) {
      page.element("p class=\"none\"", "None: " + String.join(", ", none) + '.').markup("\n");
    }
  }

  private void tile(String key, long count, String text, String meaning) {
    page.markup("<li class=\"tile " + key + "\"><b>").number(count).markup("</b>");
    page.element("span", text).element("small", meaning).markup("</li>\n");
  }
}
