package dev.mcphotfix.agent.command.report.page;

import dev.mcphotfix.agent.command.report.summary.Counts;
import dev.mcphotfix.agent.command.report.summary.Outcome;
import dev.mcphotfix.agent.command.report.summary.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows of counts, a column for each outcome. */
final class CountsTable {

  private CountsTable() {}

  static String[] head(String first, String... last) {
    List<String> head = new ArrayList<>(List.of(first));
    for (Outcome outcome : Outcome.values()) {
      head.add(outcome.text());
    }
    head.addAll(List.of(last));
    return head.toArray(String[]::new);
  }

  static void cells(Html page, Counts counts) {
    for (Outcome outcome : Outcome.values()) {
      page.cell(counts.of(outcome));
    }
  }

  static void write(Html page, String first, Tally tally) {
    page.tableHead(head(first));
    for (Map.Entry<String, Counts> row : tally.counts().entrySet()) {
      page.markup("<tr>").cell(row.getKey());
      cells(page, row.getValue());
      page.markup("</tr>\n");
    }
    page.tableEnd();
  }
}
