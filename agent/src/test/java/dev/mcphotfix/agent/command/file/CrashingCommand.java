package dev.mcphotfix.agent.command.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * A process that replaces a file, or undoes that, and ends at one step as if it were killed.
 * Arguments: {@code replace} or {@code undo}, the file, the line that it consists of, the line that
 * it is to consist of, and the step or nothing.
 */
public final class CrashingCommand {

  /** The exit code of a process that got to the step. */
  static final int CRASHED = 137;

  private static final int LINES = 10_000;

  private CrashingCommand() {}

  public static void main(String[] arguments) {
    FileReplacement replacement =
        new FileReplacement(
            Path.of(arguments[1]),
            InstantSource.system(),
            step -> {
              if (step.name().equals(arguments[4])) {
                Runtime.getRuntime().halt(CRASHED);
              }
            });
    try {
      if (arguments[0].equals("undo")) {
        replacement.undo();
      } else {
        replacement.replace(bytes(arguments[2]), bytes(arguments[3]));
      }
    } catch (UnusableInputException e) {
      System.exit(2);
    }
  }

  private static byte[] bytes(String line) {
    return line.repeat(LINES).getBytes(UTF_8);
  }
}
