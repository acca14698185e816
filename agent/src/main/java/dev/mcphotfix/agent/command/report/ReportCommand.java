package dev.mcphotfix.agent.command.report;

import dev.mcphotfix.agent.command.log.LogReader;
import dev.mcphotfix.agent.command.report.markup.MadeFile;
import dev.mcphotfix.agent.command.report.markup.PageFrame;
import dev.mcphotfix.agent.command.report.page.ReportPage;
import dev.mcphotfix.agent.command.report.summary.Conclusion;
import dev.mcphotfix.agent.command.report.summary.Summary;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.JsonOutput;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows on one page what the logs of one or many JVMs say became of their refreshes. */
@Command(
    name = "report",
    description = {
      "Makes one page of the JSON logs of one or many JVMs.",
      "It shows which refreshes were healed and which were not, and loads nothing."
    })
public final class ReportCommand implements Callable<Integer> {

  private static final String DEFAULT = "mcp-hotfix-report.html";

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "LOG",
      arity = "1..*",
      description = "JSON logs, also .gz; - is standard input.")
  private List<String> logs = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.html",
      description = "Where the page goes, " + DEFAULT + " by default; - is standard output.")
  private @Nullable String output;

  @Option(names = "--force", description = "Overwrite the file even if it is no report.")
  private boolean force;

  @Option(names = "--json", description = "Print a summary as JSON. No page is written without -o.")
  private boolean json;

  @Override
  public Integer call() {
    if (isForOutput() && json) {
      throw new UnusableInputException("--json and -o - both want standard output; give one");
    }
    Summary summary = new Summary();
    LogReader reader = new LogReader(summary::add);
    read(summary, reader);
    if (output != null || !json) {
      write(new ReportPage(summary, reader, logs).html());
    }
    tell(summary, reader);
    return summary.needsAttention() ? ExitCode.NEEDS_ATTENTION : ExitCode.NOTHING_WRONG;
  }

  private void read(Summary summary, LogReader reader) {
    reader.read(logs);
    summary.end();
    if (summary.entries() == 0 && !reader.textLog().isEmpty()) {
      throw new UnusableInputException(
          reader.textLog() + " is a text log; let the agent write a JSON log with log=json:PATH");
    }
    warn(reader);
    if (summary.entries() == 0) {
      throw new UnusableInputException(
          "no entry of a JSON log was found; let the agent write one with log=json:PATH");
    }
  }

  private void write(String page) {
    if (isForOutput()) {
      command.commandLine().getOut().print(page);
      command.commandLine().getOut().flush();
    } else {
      String beginning = PageFrame.beginning(ReportPage.NAME);
      new MadeFile(file(), "-o", ReportPage.NAME, beginning).write(logs, force, page);
    }
  }

  private void tell(Summary summary, LogReader reader) {
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      JsonOutput.write(out, SummaryJson.of(summary, reader, logs.size()));
    } else if (!isForOutput()) {
      out.println(Conclusion.of(summary));
      ProblemLines.write(summary, out);
      out.println("The report is in " + file());
      out.flush();
    }
  }

  private boolean isForOutput() {
    return "-".equals(output);
  }

  private String file() {
    return output == null ? DEFAULT : output;
  }

  private void warn(LogReader reader) {
    if (reader.badLines() > 0) {
      PrintWriter errors = command.commandLine().getErr();
      errors.println(reader.badLinesNamed());
      errors.flush();
    }
  }
}
