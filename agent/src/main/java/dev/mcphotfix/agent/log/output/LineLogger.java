package dev.mcphotfix.agent.log.output;

import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Line;
import dev.mcphotfix.agent.log.LineFormat;
import dev.mcphotfix.agent.log.LineOutput;
import dev.mcphotfix.agent.log.Severity;
import java.util.Map;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/**
 * An SLF4J logger that writes one line for each message; an {@link Entry} that is its only argument
 * becomes the line as it is.
 *
 * <p>It is made directly and not through SLF4J's {@code LoggerFactory}, whose look-up of a provider
 * reads system properties that are meant for the host's own SLF4J.
 */
public final class LineLogger extends LegacyAbstractLogger {

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
  protected void handleNormalizedLoggingCall(
      Level level, Marker marker, String message, Object[] arguments, Throwable throwable) {
    boolean isEntry = arguments != null && arguments.length == 1 && arguments[0] instanceof Entry;
    output.write(
        isEntry
            ? Line.of((Entry) arguments[0], format)
            : plain(level, MessageFormatter.basicArrayFormat(message, arguments)));
  }

  private Line plain(Level level, String message) {
    Severity severity = level == Level.INFO ? Severity.INFO : Severity.WARN;
    severity = level.toInt() < Level.INFO.toInt() ? Severity.DEBUG : severity;
    return new Line(severity, format.line(level.toString(), message, Map.of()));
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
