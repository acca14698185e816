package dev.mcphotfix.agent.command.attach.agent;

import dev.mcphotfix.agent.command.terminal.Finding;

/** A JVM cannot be reached or does not answer. The message says why, and what to do. */
public final class TargetException extends Exception {

  private static final long serialVersionUID = 1;

  private final Finding problem;

  TargetException(String text, String advice) {
    this(Finding.problem(text, advice));
  }

  /** What was found to be in the way, with an advice. */
  public TargetException(Finding problem) {
    super(problem.text() + "\n-> " + problem.advice());
    this.problem = problem;
  }

  /** The same among other findings. */
  public Finding problem() {
    return problem;
  }
}
