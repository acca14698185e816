package dev.mcphotfix.agent.command.terminal;

import java.nio.file.Path;

/**
 * What a command was given cannot be worked with. The message is all that is shown: what happened,
 * and what to do.
 */
public final class UnusableInputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UnusableInputException(String message) {
    super(message);
  }

  /** What is wrong with a file, and what to do; of its content the message has nothing. */
  public UnusableInputException(Path file, String what) {
    super(file + ": " + what);
  }
}
