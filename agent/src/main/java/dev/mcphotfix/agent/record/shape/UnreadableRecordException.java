package dev.mcphotfix.agent.record.shape;

/**
 * A record that cannot be read without doubt. The message says why in a few words and repeats
 * nothing of the record. Carries no stack trace: it is an ordinary answer.
 */
public class UnreadableRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableRecordException(String message) {
    super(message, null, false, false);
  }
}
