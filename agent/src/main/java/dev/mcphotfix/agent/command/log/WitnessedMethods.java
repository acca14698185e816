package dev.mcphotfix.agent.command.log;

import dev.mcphotfix.agent.command.terminal.UnusableInputException;
import dev.mcphotfix.agent.log.Notice;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The client's own methods from which token requests left, as the witness has seen them. */
public final class WitnessedMethods {

  private static final int MOST = 10_000;

  private WitnessedMethods() {}

  /**
   * Each as {@code com.acme.TokenClient#post}; a lambda counts as the method that it is in.
   *
   * @throws UnusableInputException if a log cannot be read, or has none
   */
  public static Set<String> of(List<String> logs) {
    Set<String> methods = new LinkedHashSet<>();
    LogReader.ofBoth((log, entry) -> add(entry, methods)).read(logs);
    if (methods.isEmpty()) {
      throw new UnusableInputException(
          String.join(", ", logs)
              + ": no method of the client is told there; let the agent write it with trace=on or witness=on");
    }
    return methods;
  }

  private static void add(LogEntry entry, Collection<String> methods) {
    if (entry.event() == Notice.WITNESSED || entry.event() == Notice.TRACE) {
      for (String told : entry.textOr("from", "").split(",", -1)) {
        // A step shows it as a stack trace does.
        String method = told.replaceFirst("\\.([^.(]+)\\([^(]*\\)$", "#$1");
        if (method.indexOf('#') > 0 && methods.size() < MOST) {
          methods.add(method.replaceFirst("#lambda\\$([^$]+)\\$.*", "#$1"));
        }
      }
    }
  }
}
