package dev.mcphotfix.agent.cli;

/**
 * What a command was given cannot be worked with. The message is all that is shown: what happened,
 * and what to do.
 */
final class UnusableInputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnusableInputException(String message) {
    super(message);
  }
}
