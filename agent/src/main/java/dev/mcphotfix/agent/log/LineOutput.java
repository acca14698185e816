package dev.mcphotfix.agent.log;

/**
 * Takes finished lines, which may last; but a {@link QueuedOutput}, which is what host threads
 * write to. Never throws.
 */
@FunctionalInterface
public interface LineOutput {

  void write(Line line);

  /**
   * The same where a line may have to wait, as false says.
   *
   * @param crowded whether so many wait that they can wait no longer
   */
  default boolean offer(Line line, boolean crowded) {
    write(line);
    return true;
  }

  /**
   * No line follows at once: lets go of what others may want to rename or delete, which it may have
   * kept since the last {@link #offer}. Never throws.
   */
  default void rest() {}

  /** The same where the JVM ends or the agent leaves. */
  default void writeLast(Line line) {
    write(line);
  }

  /** Lets go of what has to be closed; a later line takes it up again. */
  default void close() {}
}
