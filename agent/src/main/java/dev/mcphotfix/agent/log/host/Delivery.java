package dev.mcphotfix.agent.log.host;

import dev.mcphotfix.agent.host.HostCallException;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.LineOutput;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a line goes: to the host's logger once there is one, to stderr where it stays out
 * or fails. Never throws; for one thread, which the host's logging may keep waiting.
 */
final class Delivery {

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
   * @param clock nanoseconds
   * @param tells whether the host's logger is told, too, which one was chosen
   */
  Delivery(LoggerSource source, LineOutput stderr, LongSupplier clock, boolean tells) {
    this.source = source;
    this.stderr = stderr;
    this.clock = clock;
    this.tells = tells;
  }

  /**
   * False where the line has to wait for the host's logging, which it does for a while only.
   *
   * @param crowded whether so many wait that they can wait no longer
   */
  boolean deliver(Line line, boolean crowded) {
    try {
      patient = patient && !crowded && !isLate();
      return failed ? print(line) : hand(line);
    } catch (Throwable failure) { // Whatever the host's logging, or an appender of it, throws.
      return giveUp("the log of the host fails, using stderr: " + name(failure), line);
    }
  }

  /** The same where the JVM ends or the agent leaves; in doubt to stderr, too. */
  void deliverLast(Line line) {
    try {
      patient = false;
      if (failed || logger == null || logger.isOpen()) {
        deliver(line, true);
      }
      if (!failed && (logger == null || !logger.isOpen())) {
        print(line);
      }
    } catch (Throwable failure) {
      print(line);
    }
  }

  private boolean hand(Line line) throws ReflectiveOperationException {
    HostLogger known = logger == null ? adopt() : logger;
    if (known == null) {
      return patient ? await() : giveUp("the host has no logging that runs, using stderr", line);
    }
    if (patient && !known.isOpen()) {
      return await();
    }
    known.log(line.severity(), line.message());
    waitingSince = null;
    return true;
  }

  private @Nullable HostLogger adopt() throws ReflectiveOperationException {
    HostLogger found = source.find(!patient);
    if (found != null && tells) {
      Entry entry = Entry.of(Severity.DEBUG, Notice.HOST_LOG).with("logger", found.description());
      found.log(Severity.DEBUG, Line.of(entry).message());
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
    stderr.write(Line.warning(why).text());
    return print(line);
  }

  /** Not its text, which is the host's. */
  private static String name(Throwable failure) {
    Throwable cause = failure instanceof HostCallException ? failure.getCause() : null;
    return (cause == null ? failure : cause).getClass().getName();
  }

  private boolean print(Line line) {
    stderr.write(line.text());
    return true;
  }
}
