package dev.mcphotfix.agent.log.output;

import dev.mcphotfix.agent.log.Line;
import dev.mcphotfix.agent.log.LineOutput;
import java.io.PrintStream;

/** Lines to a stream that is open, the host's stderr as it was when the agent came. */
public final class StreamOutput implements LineOutput {

  private final PrintStream stream;

  public StreamOutput(PrintStream stream) {
    this.stream = stream;
  }

  @Override
  public void write(Line line) {
    stream.print(line.text().concat(System.lineSeparator()));
    stream.flush();
  }
}
