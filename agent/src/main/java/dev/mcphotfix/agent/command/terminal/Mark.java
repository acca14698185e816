package dev.mcphotfix.agent.command.terminal;

import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** How a finding is meant. */
enum Mark {
  OK("green"),
  NOTE("yellow"),
  PROBLEM("red");

  private static final int WIDTH = 9;

  private final String color;

  Mark(String color) {
    this.color = color;
  }

  /** The word itself, as scripts read it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word in a column of its own, coloured where the terminal has colours. */
  String column(Ansi ansi) {
    return ansi.string("@|" + color + " " + word() + "|@") + " ".repeat(WIDTH - word().length());
  }
}
