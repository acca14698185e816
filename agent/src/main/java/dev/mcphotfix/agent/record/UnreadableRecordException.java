package dev.mcphotfix.agent.record;

/** A record that cannot be read without doubt. Carries no stack trace: it is an ordinary answer. */
final class UnreadableRecordException extends RuntimeException {

  UnreadableRecordException(String message) {
    super(message, null, false, false);
  }
}
