package dev.mcphotfix.agent.command.file;

import java.util.Locale;

/** A command that replaces files. What it has written, it alone may undo. */
public enum Author {
  REPAIR,
  DOCTOR;

  /** As it stands in the name of a backup. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
