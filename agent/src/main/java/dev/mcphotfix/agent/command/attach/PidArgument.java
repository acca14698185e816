package dev.mcphotfix.agent.command.attach;

import picocli.CommandLine.Parameters;

/** The running JVM that a command is about. */
final class PidArgument {

  @Parameters(paramLabel = "PID", description = "the JVM's process id, as list shows it")
  private long pid;

  long value() {
    return pid;
  }
}
