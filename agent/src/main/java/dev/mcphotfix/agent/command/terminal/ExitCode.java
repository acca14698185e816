package dev.mcphotfix.agent.command.terminal;

/** What scripts can rely on; every command's help lists them. */
public final class ExitCode {

  public static final int NOTHING_WRONG = 0;
  public static final int NEEDS_ATTENTION = 1;
  public static final int UNUSABLE_INPUT = 2;
  public static final int INTERNAL_ERROR = 3;

  /** The agent is in a running JVM, and no class that it weaves is loaded there yet. */
  public static final int NOTHING_WOVEN_YET = 4;

  private ExitCode() {}
}
