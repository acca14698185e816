package dev.mcphotfix.agent.command.report.trace;

import dev.mcphotfix.agent.command.report.entry.LogEntry;
import dev.mcphotfix.agent.command.report.entry.LogReader;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.log.Notice;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the conversations of logs that were written with a trace. */
@Command(
    name = "trace",
    description = {
      "Shows what clients did about their servers, by logs written with trace=on:",
      "each conversation as a timeline, and why it has failed."
    })
public final class TraceCommand implements Callable<Integer> {

  private static final int MOST = 10_000;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "LOG",
      arity = "1..*",
      description = "logs of text or JSON, also .gz; - is standard input.")
  private List<String> logs = List.of();

  private final Map<String, TracedConversation> conversations = new LinkedHashMap<>();
  private int leftOut;

  @Override
  public Integer call() {
    LogReader.ofBoth(this::add).read(logs);
    if (conversations.isEmpty()) {
      throw new UnusableInputException(
          "no step of a trace was found; let the agent write some with trace=on");
    }
    boolean failed = false;
    PrintWriter out = command.commandLine().getOut();
    for (TracedConversation conversation : conversations.values()) {
      conversation.print(out);
      out.println();
      failed |= conversation.isFailed();
    }
    if (leftOut > 0) {
      out.println(leftOut + " more lines belong to conversations of which there were too many");
    }
    out.flush();
    return failed ? ExitCode.NEEDS_ATTENTION : ExitCode.NOTHING_WRONG;
  }

  /** An id is that of one agent in one JVM, of which a text log has but one. */
  private void add(String log, LogEntry entry) {
    String id = entry.text("conversation");
    if (id == null || (entry.event() != Notice.TRACE && entry.event() != Notice.DIAGNOSIS)) {
      return;
    }
    String key = entry.textOr("instance", log) + ' ' + id;
    TracedConversation known = conversations.get(key);
    if (known == null && conversations.size() == MOST) {
      leftOut++;
      return;
    }
    TracedConversation conversation = known == null ? new TracedConversation(entry) : known;
    conversations.put(key, conversation);
    conversation.add(entry);
  }
}
