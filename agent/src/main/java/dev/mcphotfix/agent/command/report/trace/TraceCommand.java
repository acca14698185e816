package dev.mcphotfix.agent.command.report.trace;

import dev.mcphotfix.agent.command.log.LogReader;
import dev.mcphotfix.agent.command.report.markup.MadeFile;
import dev.mcphotfix.agent.command.report.markup.PageFrame;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversation;
import dev.mcphotfix.agent.command.report.trace.conversation.TracedConversations;
import dev.mcphotfix.agent.command.report.trace.curl.CurlLines;
import dev.mcphotfix.agent.command.report.trace.diagram.TracePage;
import dev.mcphotfix.agent.command.report.trace.har.HarArchive;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.Output;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the conversations of logs that were written with a trace. */
@Command(
    name = "trace",
    description = {
      "Shows step by step what clients did about their servers.",
      "Reads logs that were written with trace=on, and tells each conversation as a",
      "timeline, and why it has failed."
    })
public final class TraceCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();

  @Parameters(
      paramLabel = "LOG",
      arity = "1..*",
      description = "logs of text or JSON, or with log=host, also .gz; - is standard input.")
  private List<String> logs = List.of();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "writes a page with a sequence diagram of each conversation.")
  private @Nullable String html;

  @Option(
      names = "--har",
      paramLabel = "FILE",
      description = "writes the requests that were seen as an HTTP Archive (HAR 1.2).")
  private @Nullable String har;

  @Option(
      names = "--curl",
      description = {
        "prints each token request as a command for a shell;",
        "what the log does not know is a variable in it."
      })
  private boolean curl;

  @Option(names = "--force", description = "overwrites the file even if it is something else.")
  private boolean force;

  private final TracedConversations conversations = new TracedConversations();

  @Override
  public Integer call() {
    if (curl && output.isJson()) {
      throw new UnusableInputException("--json and --curl both want standard output; give one");
    }
    LogReader.ofBoth(conversations::add).read(logs);
    if (conversations.all().isEmpty()) {
      throw new UnusableInputException(
          "no step of a trace was found; let the agent write some with trace=on");
    }
    int exitCode = conversations.failed() > 0 ? ExitCode.NEEDS_ATTENTION : ExitCode.NOTHING_WRONG;
    List<String> written = write();
    if (curl) {
      output.print(CurlLines.of(conversations));
    } else {
      output.print(
          TraceJson.of(conversations, exitCode), written.isEmpty() ? timelines() : written);
    }
    return exitCode;
  }

  /** What there is to say of the files that were asked for. */
  private List<String> write() {
    List<String> written = new ArrayList<>();
    if (html != null) {
      MadeFile file =
          new MadeFile(html, "--html", "page of a trace", PageFrame.beginning(TracePage.NAME));
      file.write(logs, force, TracePage.html(conversations, logs.size()));
      written.add("The page is in " + html);
    }
    if (har != null) {
      new MadeFile(har, "--har", "archive of a trace", HarArchive.BEGINNING)
          .write(logs, force, HarArchive.json(conversations));
      written.add("The archive is in " + har);
    }
    if (!written.isEmpty()) {
      written.add(0, conversations.conclusion());
    }
    return written;
  }

  private List<String> timelines() {
    List<String> lines = new ArrayList<>();
    int columns = output.columns();
    for (TracedConversation conversation : conversations.all()) {
      lines.addAll(TimelineLines.of(conversation, columns));
    }
    if (conversations.leftOut() > 0) {
      lines.add(
          conversations.leftOut()
              + " more lines belong to conversations of which there were too many");
    }
    return lines;
  }
}
