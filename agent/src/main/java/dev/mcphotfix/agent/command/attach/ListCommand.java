package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.attach.jvm.JvmFinder;
import dev.mcphotfix.agent.command.attach.jvm.RunningJvm;
import dev.mcphotfix.agent.command.attach.preflight.Preflight;
import dev.mcphotfix.agent.command.terminal.Columns;
import dev.mcphotfix.agent.command.terminal.ExitCode;
import dev.mcphotfix.agent.command.terminal.Finding;
import dev.mcphotfix.agent.command.terminal.Output;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows which JVMs could be healed while they run. */
@Command(
    name = "list",
    description = {
      "Lists the JVMs of this user, those that look like MCP clients first.",
      "Only a JVM that has the agent's jar open is asked for the agent's mode; no other",
      "one is touched."
    })
public final class ListCommand implements Callable<Integer> {

  private static final Duration LIMIT = Duration.ofSeconds(3);

  private static final String INDENT = "       ";

  @Mixin private final Output output = new Output();

  @Override
  public Integer call() {
    List<Row> rows = new ArrayList<>();
    for (RunningJvm jvm : JvmFinder.here().all()) {
      rows.add(new Row(jvm, AgentMode.of(jvm, LIMIT), refusal(jvm)));
    }
    output.print(rows.stream().map(Row::document).toList(), lines(rows));
    return ExitCode.NOTHING_WRONG;
  }

  /** What a person sees of them. */
  public static List<String> lines(List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of(
          "No other JVM of this user runs here. As root, those of all users are listed.");
    }
    List<String> lines = new ArrayList<>(table(rows).lines());
    if (rows.stream().allMatch(row -> row.jvm.evidence().isEmpty())) {
      lines.add("No MCP library was seen in any of them; what one sends, witness PID tells.");
    }
    return lines;
  }

  private static Columns table(List<Row> rows) {
    boolean users = rows.stream().map(row -> row.jvm.user()).distinct().count() > 1;
    Columns columns = new Columns(Set.of(0), "  PID", "JAVA", "AGENT", "PROGRAM");
    for (Row row : rows) {
      columns.add(
          Long.toString(row.jvm.pid()),
          row.jvm.javaVersion() == null ? "?" : row.jvm.javaVersion(),
          row.mode,
          row.jvm.program() + (users ? " of " + row.jvm.user() : ""));
      if (!row.jvm.evidence().isEmpty()) {
        columns.addBelow(INDENT + "looks like an MCP client: " + row.jvm.evidence().get(0));
        row.jvm.evidence().stream().skip(1).forEach(why -> columns.addBelow(INDENT + "  " + why));
      }
      if (row.refusal != null) {
        columns.addBelow(INDENT + row.refusal);
      }
    }
    return columns;
  }

  private static @Nullable String refusal(RunningJvm jvm) {
    Finding problem = Preflight.of(jvm.pid()).problem();
    return problem == null ? null : problem.text();
  }

  /** A JVM, the mode of the agent in it, and why it lets nobody attach, if it does not. */
  public record Row(RunningJvm jvm, String mode, @Nullable String refusal) {

    Map<String, @Nullable Object> document() {
      Map<String, @Nullable Object> document = new LinkedHashMap<>();
      document.put("pid", jvm.pid());
      document.put("user", jvm.user());
      document.put("program", jvm.program());
      document.put("java", jvm.javaVersion());
      document.put("agent", mode);
      document.put("looksLikeMcpClient", !jvm.evidence().isEmpty());
      document.put("evidence", jvm.evidence());
      document.put("refuses", refusal);
      return document;
    }
  }
}
