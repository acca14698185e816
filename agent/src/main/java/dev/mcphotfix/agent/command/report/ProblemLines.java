package dev.mcphotfix.agent.command.report;

import dev.mcphotfix.agent.command.log.Shown;
import dev.mcphotfix.agent.command.report.summary.Kind;
import dev.mcphotfix.agent.command.report.summary.Remedy;
import dev.mcphotfix.agent.command.report.summary.Summary;
import dev.mcphotfix.agent.command.report.summary.Times;
import java.io.PrintWriter;
import java.util.List;

/** The worst problems for a terminal, in the words of the page. */
final class ProblemLines {

  private static final int MOST = 5;

  private ProblemLines() {}

  static void write(Summary summary, PrintWriter out) {
    if (summary.jvms().broken() > 0) {
      out.println(
          "  " + Shown.number(summary.jvms().broken()) + "x no hooks: the self-check failed");
      next(Remedy.OF_SELF_CHECK, out);
    }
    List<Kind> problems = summary.problems();
    problems.stream().limit(MOST).forEach(problem -> write(problem, out));
    if (problems.size() > MOST) {
      out.println(
          "  and " + Shown.count(problems.size() - MOST, "problem") + " more in the report");
    }
  }

  private static void write(Kind problem, PrintWriter out) {
    String times = Shown.number(problem.span().count()) + "x";
    String when = Times.span(problem.span().first(), problem.span().last()) + " UTC";
    String where =
        problem.jvms().size() == 1
            ? problem.jvms().first()
            : Shown.number(problem.jvms().size()) + " JVMs";
    out.println("  " + times + " " + problem.title() + ", " + where + ", " + when);
    next(Remedy.of(problem.group()), out);
  }

  private static void next(String remedy, PrintWriter out) {
    out.println("     Next step: " + remedy.replace("`", ""));
  }
}
