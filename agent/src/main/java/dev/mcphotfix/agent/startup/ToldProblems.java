package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.host.AgentThread;
import java.io.PrintStream;
import java.util.List;

/**
 * What is wrong with a configuration, as lines on the host's stderr. A thread of the agent's own
 * prints them: where nobody reads that pipe, the host starts all the same.
 */
final class ToldProblems implements Runnable {

  /** In milliseconds: what is printed in that time stands before whatever comes next. */
  private static final long PATIENCE = 500;

  private final PrintStream stderr;
  private final List<String> problems;

  private ToldProblems(PrintStream stderr, List<String> problems) {
    this.stderr = stderr;
    this.problems = problems;
  }

  /** Returns when they are printed, or after half a second. */
  static void print(List<String> problems, PrintStream stderr) {
    if (problems.isEmpty()) {
      return;
    }
    Thread printing = new AgentThread(new ToldProblems(stderr, problems), "mcp-hotfix-problems");
    printing.start();
    try {
      printing.join(PATIENCE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    for (String problem : problems) {
      stderr.println("mcp-hotfix WARN  ".concat(problem));
    }
  }
}
