package dev.mcphotfix.agent.oauth.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The logging of a host, {@code java.util.logging}, set up as a host does it. */
final class HostLog extends Handler {

  final List<String> messages = new ArrayList<>();

  private final Logger logger = Logger.getLogger("mcp-hotfix");

  HostLog() {
    logger.setLevel(Level.ALL);
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  @Override
  public void publish(LogRecord record) {
    messages.add(record.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
    logger.setLevel(null);
  }
}
