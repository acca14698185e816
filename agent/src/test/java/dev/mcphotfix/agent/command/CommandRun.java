package dev.mcphotfix.agent.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What a command answered and printed, run in this JVM. */
public record CommandRun(int exitCode, String output, String errors) {

  public static CommandRun of(String... arguments) {
    return run(HotfixCommand.commandLine(), arguments);
  }

  /** Runs one command after the other, by a list of commands that takes long to make. */
  public static Function<List<String>, CommandRun> runner() {
    CommandLine line = HotfixCommand.commandLine();
    return arguments -> run(line, arguments.toArray(String[]::new));
  }

  /** One that the list does not have, called "sample". */
  static CommandRun ofCommand(Callable<Integer> command) {
    return run(HotfixCommand.commandLine().addSubcommand("sample", new Sample(command)), "sample");
  }

  private static CommandRun run(CommandLine line, String... arguments) {
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    int exitCode =
        line.setOut(new PrintWriter(output)).setErr(new PrintWriter(errors)).execute(arguments);
    return new CommandRun(exitCode, output.toString(), errors.toString());
  }

  @Command
  private record Sample(Callable<Integer> command) implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
      return command.call();
    }
  }
}
