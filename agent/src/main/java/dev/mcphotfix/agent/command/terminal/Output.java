package dev.mcphotfix.agent.command.terminal;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command prints: lines for a person or, with {@code --json}, a document for a script. */
public final class Output {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(names = "--json", description = "print JSON, for a script")
  private boolean json;

  /** Whether it is for a script. */
  public boolean isJson() {
    return json;
  }

  /** The command that prints. */
  public CommandLine command() {
    return command.commandLine();
  }

  /** The colours of its terminal. */
  public Ansi ansi() {
    return command().getColorScheme().ansi();
  }

  /** How wide its terminal is; without end where it is none, as of a pipe. */
  public int columns() {
    return ansi().enabled() ? Screen.columns() : Integer.MAX_VALUE;
  }

  /** Prints one or the other; a document as {@link JsonOutput} takes it. */
  public void print(Object document, List<String> lines) {
    if (json) {
      JsonOutput.write(command().getOut(), document);
    } else {
      print(lines);
    }
  }

  /** Prints for a person. */
  public void print(List<String> lines) {
    PrintWriter out = command().getOut();
    lines.forEach(out::println);
    out.flush();
  }

  /** Prints them and answers the exit code. */
  public int print(Findings findings) {
    print(findings.document(), findings.lines(ansi()));
    return findings.exitCode();
  }
}
