package dev.mcphotfix.agent.record.shape;

/** A record of a class that its module does not open to the agent. */
public final class ShutRecordException extends UnreadableRecordException {

  private static final long serialVersionUID = 1L;

  private final String type;

  public ShutRecordException(Class<?> type) {
    super(type.getModule().getName() + '/' + type.getPackageName());
    this.type = type.getName();
  }

  /** The name of the class; the message is its module and package, as {@code --add-opens} takes. */
  public String type() {
    return type;
  }
}
