package dev.mcphotfix.agent.log.host;

import dev.mcphotfix.agent.host.AgentThread;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.LineOutput;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * The log that goes through the logging of the host. Whoever writes to it never waits and never
 * runs code of the host's: entries go to a thread of the agent's own, which runs from the first of
 * them on.
 *
 * <p>Thread-safe. When the JVM ends, or this is closed, what is left is delivered, for a second at
 * most, and goes to stderr otherwise; so does what is written later.
 */
public final class HostLog implements AgentLog, AutoCloseable {

  private static final long PATIENCE = 1_000;

  /** Between two looks for the host's logging, in milliseconds. */
  private static final long INTERVAL = 250;

  private final LineQueue queue = new LineQueue();
  private final Severity threshold;
  private final LineOutput stderr;
  private final Delivery delivery;
  private @Nullable Thread thread;
  private @Nullable Thread hook;
  private boolean ended;

  /**
   * @param threshold what matters less is not logged
   */
  public HostLog(Severity threshold, LineOutput stderr, Instrumentation instrumentation) {
    this(threshold, stderr, new LoadedLoggers(instrumentation));
  }

  HostLog(Severity threshold, LineOutput stderr, LoggerSource source) {
    this.threshold = threshold;
    this.stderr = stderr;
    boolean tells = threshold == Severity.DEBUG;
    this.delivery = new Delivery(source, stderr, System::nanoTime, tells);
  }

  @Override
  public void write(Entry entry) {
    if (entry.severity().compareTo(threshold) < 0) {
      return;
    }
    Line line = Line.of(entry);
    if (!queue.offer(line)) {
      stderr.write(line.text());
    }
    start();
  }

  private synchronized void start() {
    if (thread == null && !ended) {
      thread = new AgentThread(this::deliver, "mcp-hotfix-log");
      thread.start();
      hook = new AgentThread(this::finish, "mcp-hotfix-log-end");
      try {
        Runtime.getRuntime().addShutdownHook(hook);
      } catch (IllegalStateException ending) { // The JVM ends already: nobody else will do it.
        thread.interrupt();
      }
    }
  }

  /** Takes lines to where they go, one after the other, until the queue ends. */
  private void deliver() {
    try {
      for (Line line = queue.first(); line != null; line = queue.first()) {
        if (delivery.deliver(line, queue.isFull())) {
          queue.remove(line);
          tellDropped();
        } else {
          queue.pause(INTERVAL);
        }
      }
    } catch (InterruptedException interrupted) { // By code of the host that ends all threads.
      queue.end();
    }
    for (Line line = queue.firstLeft(); line != null; line = queue.firstLeft()) {
      delivery.deliverLast(line);
      queue.remove(line);
    }
    tellDropped();
  }

  private void tellDropped() {
    long dropped = queue.takeDropped();
    if (dropped > 0) {
      Entry entry = Entry.of(Severity.WARN, Notice.LINES_LOST);
      delivery.deliver(Line.of(entry.with("count", Long.toString(dropped))), true);
    }
  }

  /** Delivers what is left, for a while only. */
  private void finish() {
    Thread running;
    synchronized (this) {
      ended = true;
      running = thread;
    }
    queue.end();
    try {
      if (running != null) {
        running.join(PATIENCE);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    for (Line line = queue.takeRest(); line != null; line = queue.takeRest()) {
      stderr.write(line.text());
    }
  }

  @Override
  public void close() {
    finish();
    Thread registered;
    synchronized (this) {
      registered = hook;
      hook = null;
    }
    try {
      if (registered != null) {
        Runtime.getRuntime().removeShutdownHook(registered);
      }
    } catch (IllegalStateException ending) { // Then it runs, and finds nothing.
      return;
    }
  }
}
