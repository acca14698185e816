package dev.mcphotfix.agent.command.terminal;

/**
 * What a command was given cannot be worked with. The message is all that is shown: what happened,
 * and what to do.
 */
public final class UnusableInputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UnusableInputException(String message) {
    super(message);
  }
}
