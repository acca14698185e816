package dev.mcphotfix.agent.log.output;

import dev.mcphotfix.agent.log.LineFormat;
import dev.mcphotfix.agent.log.LineOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/**
 * An SLF4J logger that writes one line for each event.
 *
 * <p>It is made directly and not through SLF4J's {@code LoggerFactory}, whose look-up of a provider
 * reads system properties that are meant for the host's own SLF4J.
 */
public final class LineLogger extends LegacyAbstractLogger implements LoggingEventAware {

  private static final long serialVersionUID = 1;

  private final transient LineFormat format;
  private final transient LineOutput output;
  private final Level threshold;

  public LineLogger(LineFormat format, LineOutput output, Level threshold) {
    this.name = "mcp-hotfix";
    this.format = format;
    this.output = output;
    this.threshold = threshold;
  }

  @Override
  public void log(LoggingEvent event) {
    if (isEnabled(event.getLevel())) {
      write(event.getLevel(), event.getMessage(), facts(event.getKeyValuePairs()));
    }
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level, Marker marker, String message, Object[] arguments, Throwable throwable) {
    write(level, MessageFormatter.basicArrayFormat(message, arguments), Map.of());
  }

  private void write(Level level, String event, Map<String, String> facts) {
    output.write(format.line(level.toString(), event, facts));
  }

  private static Map<String, String> facts(List<KeyValuePair> pairs) {
    Map<String, String> facts = new LinkedHashMap<>();
    if (pairs != null) {
      for (KeyValuePair pair : pairs) {
        facts.put(pair.key, String.valueOf(pair.value));
      }
    }
    return facts;
  }

  private boolean isEnabled(Level level) {
    return level.toInt() >= threshold.toInt();
  }

  @Override
  public boolean isTraceEnabled() {
    return isEnabled(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return isEnabled(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return isEnabled(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return isEnabled(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return isEnabled(Level.ERROR);
  }

  @Override
  protected String getFullyQualifiedCallerName() {
    return LineLogger.class.getName();
  }
}
