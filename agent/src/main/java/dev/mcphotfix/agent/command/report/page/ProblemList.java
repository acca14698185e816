package dev.mcphotfix.agent.command.report.page;

import dev.mcphotfix.agent.command.log.Shown;
import dev.mcphotfix.agent.command.report.markup.Html;
import dev.mcphotfix.agent.command.report.summary.Group;
import dev.mcphotfix.agent.command.report.summary.Kind;
import dev.mcphotfix.agent.command.report.summary.Remedy;
import dev.mcphotfix.agent.command.report.summary.Summary;
import dev.mcphotfix.agent.command.report.summary.Times;
import java.util.Collection;
import java.util.Iterator;

/** Each problem once: how often, where, since when, and what to do about it. */
record ProblemList(Summary summary, Anchors anchors, Html page) {

  private static final int MOST_NAMED = 5;

  void write() {
    page.markup("<ol class=\"problems\">\n");
    if (summary.jvms().broken() > 0) {
      selfCheck();
    }
    summary.problems().forEach(this::problem);
    page.markup("</ol>\n");
  }

  private void selfCheck() {
    page.markup("<li class=\"problem refused\">").element("h3", "no hooks: the self-check failed");
    times(summary.jvms().broken(), "");
    page.markup("<p class=\"where\">");
    jvms(summary.jvms().brokenNames());
    remedy(Remedy.OF_SELF_CHECK);
  }

  private void problem(Kind problem) {
    Group group = problem.group();
    page.markup("<li class=\"problem " + group.outcome().key() + "\">");
    page.element("h3", problem.title());
    times(problem.span().count(), Times.span(problem.span().first(), problem.span().last()));
    page.markup("<p class=\"where\">");
    known(group.aboutRecord() ? "credential record" : group.endpoint());
    known(group.server().equals("-") ? group.server() : "server " + group.server());
    known(group.hook().equals("-") ? group.hook() : "hook " + group.hook());
    page.text("reason ").link(anchors.reason(group.reason()), group.reason()).text(" \u00b7 ");
    jvms(problem.jvms());
    remedy(Remedy.of(group));
  }

  private void times(long count, String span) {
    page.markup("<p class=\"times\"><b>").number(count).text("\u00d7").markup("</b> ");
    page.text(span).markup("</p>");
  }

  private void known(String what) {
    if (!what.equals("-")) {
      page.text(what).text(" \u00b7 ");
    }
  }

  private void jvms(Collection<String> names) {
    page.text(names.size() == 1 ? "JVM " : "JVMs ");
    Iterator<String> each = names.iterator();
    for (int i = 0; i < MOST_NAMED && each.hasNext(); i++) {
      String name = each.next();
      page.text(i == 0 ? "" : ", ").link(anchors.jvm(name), name);
    }
    if (names.size() > MOST_NAMED) {
      page.text(" and " + Shown.number(names.size() - MOST_NAMED) + " more");
    }
    page.markup("</p>");
  }

  private void remedy(String remedy) {
    page.markup("<p class=\"next\"><b>Next step:</b> ").code(remedy).markup("</p></li>\n");
  }
}
