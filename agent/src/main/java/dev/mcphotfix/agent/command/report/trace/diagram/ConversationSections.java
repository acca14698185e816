package dev.mcphotfix.agent.command.report.trace.diagram;

import dev.mcphotfix.agent.command.log.Shown;
import dev.mcphotfix.agent.command.report.markup.Html;
import dev.mcphotfix.agent.command.report.summary.Times;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversation;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedStep;
import java.util.List;

/** A list of conversations, and each of them below it. */
record ConversationSections(List<TracedConversation> shown, Html page) {

  /** So many are open; of more, those that have failed. */
  private static final int FEW = 12;

  /** Where there is more than one: which there are, with a link to each. */
  void index() {
    if (shown.size() > 1) {
      boolean timed = shown.stream().anyMatch(one -> one.time() != 0);
      boolean named = shown.stream().anyMatch(one -> one.fact("host") != null);
      page.markup("<section></section>\n<section>").element("h2", "Conversations").tableBegin();
      page.column("conversation").column("server").column("failure").numberColumn("steps");
      column(timed, "began (UTC)");
      column(named, "JVM");
      page.tableBody();
      for (int i = 0; i < shown.size(); i++) {
        row(shown.get(i), anchor(i), timed, named);
      }
      page.tableEnd().markup("</section>\n");
    } else {
      page.markup("<section></section>\n");
    }
  }

  private void column(boolean isThere, String name) {
    if (isThere) {
      page.column(name);
    }
  }

  private static String anchor(int number) {
    return "conversation-" + (number + 1);
  }

  private void row(TracedConversation one, String anchor, boolean timed, boolean named) {
    page.markup("<tr><td>").link(anchor, one.id()).markup("</td>").cell(one.server());
    page.markup("<td>");
    if (one.isFailed()) {
      page.element("span class=\"badge refused\"", one.cause());
    }
    page.markup("</td>").cell(one.steps().size() + one.leftOut());
    if (timed) {
      page.element("td class=\"time\"", one.time() == 0 ? "-" : Times.second(one.time()));
    }
    if (named) {
      page.cell(jvm(one));
    }
    page.markup("</tr>\n");
  }

  private static String jvm(TracedConversation one) {
    String pid = one.fact("pid");
    return Shown.name(one.fact("host")) + (pid == null ? "" : ' ' + Shown.name(pid));
  }

  void conversations() {
    for (int i = 0; i < shown.size(); i++) {
      TracedConversation one = shown.get(i);
      boolean open = one.isFailed() || shown.size() <= FEW;
      page.markup("<section class=\"conversation\" id=\"" + anchor(i) + "\">");
      page.element("h2", one.id() + " \u00b7 " + one.server());
      where(one);
      if (open) {
        pictures(one);
      } else {
        page.markup("<details>").element("summary", "What happened");
        pictures(one);
        page.markup("</details>\n");
      }
      steps(one);
      page.markup("</section>\n");
    }
  }

  private void where(TracedConversation one) {
    if (one.time() != 0) {
      String where = one.fact("host") == null ? "" : " \u00b7 " + jvm(one);
      page.element("p", Times.second(one.time()) + " UTC" + where);
    }
  }

  private void pictures(TracedConversation one) {
    SequenceDiagram.write(one, false, page);
    SequenceDiagram.write(one, true, page);
  }

  private void steps(TracedConversation one) {
    page.markup("<details>").element("summary", "Each step with all that is told of it");
    page.markup("\n").tableBegin().numberColumn("ms").column("step").column("facts").tableBody();
    for (TracedStep step : one.steps()) {
      page.markup("<tr>").element("td class=\"number\"", step.milliseconds());
      page.element("td class=\"time\"", step.name());
      page.element("td class=\"facts\"", step.line()).markup("</tr>\n");
    }
    page.tableEnd();
    if (one.leftOut() > 0) {
      page.element("p", "and " + Shown.count(one.leftOut(), "more step"));
    }
    page.markup("</details>\n");
  }
}
