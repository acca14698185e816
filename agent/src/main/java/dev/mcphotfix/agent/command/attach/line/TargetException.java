package dev.mcphotfix.agent.command.attach.line;

/** A JVM cannot be reached or does not answer. Its message says why, and its advice what to do. */
public final class TargetException extends Exception {

  private static final long serialVersionUID = 1;

  private final String advice;

  TargetException(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /** What the operator can do. */
  public String advice() {
    return advice;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
