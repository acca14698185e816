package dev.mcphotfix.agent.command.attach;

import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.config.json.Spelling;
import picocli.CommandLine.Parameters;

/** The running JVM that a command is about. */
final class PidArgument {

  @Parameters(paramLabel = "PID", description = "the JVM's process id, as list shows it")
  private String pid = "";

  long value() {
    try {
      return Long.parseLong(pid);
    } catch (NumberFormatException none) {
      throw new UnusableInputException(
          "PID: expected a process id, as list shows it, found " + Spelling.quoted(pid));
    }
  }
}
