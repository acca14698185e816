package dev.mcphotfix.agent.log;

/** What an entry of the log tells of; the vocabulary is closed. */
public sealed interface Event permits Action, Notice {

  /** The words in the log, which those who read it look for. */
  String text();
}
