package dev.mcphotfix.agent.command.file;

/**
 * A file is not read, or not replaced. The message is one line for the person who asked: which
 * file, what is wrong with it, and what to do; nothing of the file's content is in it.
 */
public final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  public RefusedException(String message) {
    super(message);
  }
}
