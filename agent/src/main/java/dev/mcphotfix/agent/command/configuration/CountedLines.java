package dev.mcphotfix.agent.command.configuration;

import io.github.wasabithumb.jtoml.io.source.CharSource;

/** A text that knows up to which of its lines it was read. */
final class CountedLines implements CharSource {

  private final String text;
  private int next;
  private int line = 1;

  CountedLines(String text) {
    this.text = text;
  }

  /** That of the next character, from 1 on. */
  int line() {
    return line;
  }

  @Override
  public int next() {
    if (next == text.length()) {
      return -1;
    }
    char c = text.charAt(next++);
    line += c == '\n' ? 1 : 0;
    return c;
  }

  @Override
  public void close() {
    next = text.length();
  }
}
