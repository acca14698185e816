package dev.mcphotfix.agent.log;

import java.time.Instant;

/**
 * An entry of the log and when it was written.
 *
 * @param time milliseconds since the epoch
 */
public record TimedEntry(long time, Entry entry) {

  /** When it was, what happened and its facts, on one line. */
  public String line() {
    StringBuilder line = new StringBuilder(Instant.ofEpochMilli(time).toString());
    line.append(' ').append(entry.event().text());
    TextFormat.append(line, entry.facts());
    return line.toString();
  }
}
