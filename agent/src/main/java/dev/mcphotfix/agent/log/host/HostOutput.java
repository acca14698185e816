package dev.mcphotfix.agent.log.host;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Line;
import dev.mcphotfix.agent.log.LineFormat;
import dev.mcphotfix.agent.log.LineOutput;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.log.TextFormat;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a line goes: to the host's logger once there is one, to stderr where it stays out
 * or fails. Never throws; for one thread, which the host's logging may keep waiting.
 */
public final class HostOutput implements LineOutput {

  /** What its lines have to be written in; the logging of the host adds name and level itself. */
  public static final LineFormat FORMAT = new TextFormat();

  private static final int PREFIX = "mcp-hotfix WARN  ".length();

  /** How long lines wait for the host's logging. */
  static final long LIMIT = TimeUnit.SECONDS.toNanos(30);

  private final LoggerSource source;
  private final LineOutput stderr;
  private final LongSupplier clock;
  private final boolean tells;
  private @Nullable HostLogger logger;
  private boolean failed;
  private boolean patient = true;
  private @Nullable Long waitingSince;

  /**
   * @param tells whether the host's logging is told, too, which logger was chosen
   */
  public HostOutput(Instrumentation instrumentation, LineOutput stderr, boolean tells) {
    this(new LoadedLoggers(instrumentation), stderr, System::nanoTime, tells);
  }

  /**
   * @param clock nanoseconds
   */
  HostOutput(LoggerSource source, LineOutput stderr, LongSupplier clock, boolean tells) {
    this.source = source;
    this.stderr = stderr;
    this.clock = clock;
    this.tells = tells;
  }

  @Override
  public void write(Line line) {
    offer(line, true);
  }

  /** {@inheritDoc} It does so until there is logging of the host's, for a while only. */
  @Override
  public boolean offer(Line line, boolean crowded) {
    try {
      patient = patient && !crowded && !isLate();
      return failed ? print(line) : hand(line);
    } catch (Throwable failure) { // Whatever the host's logging, or an appender of it, throws.
      return giveUp(
          "the log of the host fails, using stderr: " + HostCallException.reason(failure), line);
    }
  }

  /** {@inheritDoc} In doubt to stderr, too. */
  @Override
  public void writeLast(Line line) {
    try {
      patient = false;
      if (failed || logger == null || logger.isOpen()) {
        write(line);
      }
      if (!failed && (logger == null || !logger.isOpen())) {
        print(line);
      }
    } catch (Throwable failure) {
      print(line);
    }
  }

  /** What comes later goes to stderr. */
  @Override
  public void close() {
    failed = true;
    logger = null;
  }

  private boolean hand(Line line) throws ReflectiveOperationException {
    HostLogger known = logger == null ? adopt() : logger;
    if (known == null) {
      return patient ? await() : giveUp("the host has no logging that runs, using stderr", line);
    }
    if (patient && !known.isOpen()) {
      return await();
    }
    known.log(line.severity(), message(line));
    waitingSince = null;
    return true;
  }

  /**
   * Old versions of Log4j carry out what they find in a message, and a server's answer may be part
   * of it.
   */
  static String message(Line line) {
    return line.text().substring(PREFIX).replace("${", "$?{");
  }

  private @Nullable HostLogger adopt() throws ReflectiveOperationException {
    HostLogger found = source.find(!patient);
    if (found != null && tells) {
      Entry entry = Entry.of(Severity.DEBUG, Notice.HOST_LOG).with("logger", found.description());
      found.log(Severity.DEBUG, message(Line.of(entry, FORMAT)));
    }
    logger = found;
    return found;
  }

  private boolean await() {
    if (waitingSince == null) {
      waitingSince = clock.getAsLong();
    }
    return false;
  }

  private boolean isLate() {
    return waitingSince != null && clock.getAsLong() - waitingSince >= LIMIT;
  }

  private boolean giveUp(String why, Line line) {
    failed = true;
    logger = null;
    stderr.write(Line.warning(why));
    return print(line);
  }

  private boolean print(Line line) {
    stderr.write(line);
    return true;
  }
}
