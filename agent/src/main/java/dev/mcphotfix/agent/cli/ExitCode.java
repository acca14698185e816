package dev.mcphotfix.agent.cli;

/** What scripts can rely on; every command's help lists them. */
final class ExitCode {

  static final int NOTHING_WRONG = 0;
  static final int NEEDS_ATTENTION = 1;
  static final int UNUSABLE_INPUT = 2;
  static final int INTERNAL_ERROR = 3;

  /** The agent is in a running JVM, and no class that it weaves is loaded there yet. */
  static final int NOTHING_WOVEN_YET = 4;

  private ExitCode() {}
}
