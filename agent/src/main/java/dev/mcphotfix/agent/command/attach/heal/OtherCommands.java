package dev.mcphotfix.agent.command.attach.heal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;

/** The commands beside this one, run as a person would run them. */
record OtherCommands(CommandLine all) {

  /**
   * What a command answered and printed.
   *
   * @param errors without what a bar of progress wrote over
   */
  record Ran(int exitCode, List<String> lines, List<String> errors) {

    boolean isDone() {
      return exitCode == 0;
    }
  }

  /** Prints nothing itself. */
  Ran run(List<String> words) {
    CommandLine command = Objects.requireNonNull(all.getSubcommands().get(words.get(0)));
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    PrintWriter out = all.getOut();
    PrintWriter err = all.getErr();
    command.setOut(new PrintWriter(output, true)).setErr(new PrintWriter(errors, true));
    try {
      int exitCode = command.execute(words.subList(1, words.size()).toArray(String[]::new));
      return new Ran(exitCode, lines(output), lines(errors));
    } finally {
      command.setOut(out).setErr(err);
    }
  }

  private static List<String> lines(StringWriter text) {
    return text.toString().replaceAll("(?m)^.*\\r(?!\\n)", "").lines().toList();
  }
}
