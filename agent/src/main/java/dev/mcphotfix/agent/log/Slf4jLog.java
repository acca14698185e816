package dev.mcphotfix.agent.log;

import org.slf4j.Logger;

/** The agent's log through SLF4J: a message whose one argument is the entry. */
public record Slf4jLog(Logger logger) implements AgentLog {

  private static final String MESSAGE = "{}";

  @Override
  public void write(Decision decision) {
    if (isWritten(decision.severity())) {
      write(decision.entry());
    }
  }

  private boolean isWritten(Severity severity) {
    return switch (severity) {
      case DEBUG -> logger.isDebugEnabled();
      case INFO -> logger.isInfoEnabled();
      case WARN -> logger.isWarnEnabled();
    };
  }

  @Override
  public void write(Entry entry) {
    try {
      switch (entry.severity()) {
        case DEBUG -> logger.debug(MESSAGE, entry);
        case INFO -> logger.info(MESSAGE, entry);
        case WARN -> logger.warn(MESSAGE, entry);
      }
    } catch (RuntimeException | LinkageError failure) {
      // Nothing is left to say it with, and the host must not suffer for a line of log.
      return;
    }
  }
}
