package dev.mcphotfix.agent.command.report.trace.diagram;

/**
 * What one tells another; or a note, where both are the same.
 *
 * @param isAnswer whether it is one to what was told before
 * @param time milliseconds since the conversation began, in digits, or empty
 * @param headline what it is, in a few words
 * @param detail what else is told; may be empty
 */
record Message(
    Participant from,
    Participant to,
    Tone tone,
    boolean isAnswer,
    String time,
    String headline,
    String detail) {

  static Message note(Participant at, Tone tone, String headline, String detail) {
    return new Message(at, at, tone, false, "", headline, detail);
  }

  boolean isNote() {
    return from == to;
  }
}
