package dev.mcphotfix.agent.log;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The agent's log as an SLF4J logger sees it: the event is the message, each fact a key and value.
 */
public final class Slf4jLog implements AgentLog {

  private final Logger logger;

  public Slf4jLog(Logger logger) {
    this.logger = logger;
  }

  @Override
  public void write(Entry entry) {
    try {
      LoggingEventBuilder event = logger.atLevel(level(entry.severity()));
      for (Map.Entry<String, String> fact : entry.facts().entrySet()) {
        event = event.addKeyValue(fact.getKey(), fact.getValue());
      }
      event.log(entry.event().text());
    } catch (RuntimeException | LinkageError failure) {
      // Nothing is left to say it with, and the host must not suffer for a line of log.
      return;
    }
  }

  private static Level level(Severity severity) {
    return switch (severity) {
      case DEBUG -> Level.DEBUG;
      case INFO -> Level.INFO;
      case WARN -> Level.WARN;
    };
  }
}
