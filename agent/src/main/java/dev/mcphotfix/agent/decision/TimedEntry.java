package dev.mcphotfix.agent.decision;

/**
 * An entry of the log and when it was written.
 *
 * @param time milliseconds since the epoch
 */
public record TimedEntry(long time, Entry entry) {}
