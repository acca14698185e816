package dev.mcphotfix.agent.command.terminal;

import java.io.Console;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal, if there is one. */
public final class Confirmation {

  private Confirmation() {}

  /** Whether the answer begins with a y; no where there is nobody to ask. */
  public static boolean isGiven(String question) {
    Console console = terminal();
    String answer = console == null ? null : console.readLine("%s [y/N] ", question);
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  /** From JDK 22 on there is a console even where input and output are no terminal. */
  @SuppressWarnings("SystemConsoleNull") // Before JDK 22 it may be null.
  public static @Nullable Console terminal() {
    Console console = System.console();
    try {
      boolean terminal =
          console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
      return terminal ? console : null;
    } catch (NoSuchMethodException e) {
      return console;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
