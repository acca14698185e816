package dev.mcphotfix.agent.log;

import dev.mcphotfix.agent.host.AgentThread;
import dev.mcphotfix.agent.log.LineQueue.Batch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Takes lines to where they go on a thread of the agent's own, which runs from the first of them
 * on: whoever writes never waits, whatever a pipe, a disk or the logging of the host does. Lines
 * that find no room are counted, and a line says so in their place.
 *
 * <p>Thread-safe. When the JVM ends, or this is closed, what is left is delivered, for a second at
 * most, and goes to stderr otherwise. Lines that come while the JVM ends may wait for what is left
 * of that second.
 */
public final class QueuedOutput implements LineOutput {

  /** In milliseconds. */
  private static final long PATIENCE = 1_000;

  /** Between two looks at a line that has to wait, in milliseconds. */
  private static final long INTERVAL = 250;

  private final LineQueue queue;
  private final LineOutput output;
  private final LineOutput stderr;
  private final Thread hook = new AgentThread(this::end, "mcp-hotfix-log-end");
  private final AtomicLong patience = new AtomicLong(PATIENCE);
  private volatile @Nullable Thread thread;
  private volatile boolean ending;

  /**
   * @param format of a line about lines that were lost
   * @param memory counts them, too
   * @param output called by one thread at a time, and what is left to it may go to stderr, too
   */
  public QueuedOutput(LineFormat format, LogMemory memory, LineOutput output, LineOutput stderr) {
    this.queue = new LineQueue(format, memory);
    this.output = output;
    this.stderr = stderr;
  }

  @Override
  public void write(Line line) {
    if (queue.offer(line)) {
      start();
    }
    if (ending) {
      finish();
    }
  }

  private void start() {
    Thread starting = new AgentThread(this::deliver, "mcp-hotfix-log");
    if (isStarted(starting)) {
      thread = starting;
      addHook();
    } else {
      queue.abandon();
    }
  }

  /** Not where the host has as many threads as it may have. */
  private static boolean isStarted(Thread thread) {
    try {
      thread.start();
      return true;
    } catch (OutOfMemoryError tooMany) {
      return false;
    }
  }

  private void addHook() {
    try {
      if (!queue.isEnded()) {
        Runtime.getRuntime().addShutdownHook(hook);
      }
    } catch (IllegalStateException late) { // The JVM ends already: nobody else will do it.
      ending = true;
    }
  }

  /** Takes lines to where they go, one after the other. */
  private void deliver() {
    for (Batch batch = queue.next(); !batch.lines().isEmpty(); batch = queue.next()) {
      long number = batch.first();
      for (Line line : batch.lines()) {
        deliver(line, number++);
      }
      output.rest();
    }
    output.close();
  }

  private void deliver(Line line, long number) {
    try {
      while (queue.has(number) && !isDelivered(line)) {
        queue.pause(INTERVAL);
      }
      queue.arrived(number);
    } catch (Throwable failure) { // Of one line; the next may fare better.
      queue.lose(number);
    }
  }

  private boolean isDelivered(Line line) {
    if (queue.isEnded()) {
      output.writeLast(line);
      return true;
    }
    return output.offer(line, queue.isFull());
  }

  /** Waits, for half a second at most, until the lines so far have arrived. */
  public void flush() {
    queue.flush(PATIENCE / 2);
  }

  /** The JVM ends: nothing is sure to be written later. */
  void end() {
    ending = true;
    finish();
  }

  /** Delivers what is left, for a while only, and prints what then still is. */
  private void finish() {
    long began = System.nanoTime();
    long limit = Math.max(1, patience.get() / 2);
    queue.end();
    Thread running = thread;
    Thread printing = new AgentThread(this::print, "mcp-hotfix-log-rest");
    try {
      if (running != null) {
        running.join(limit);
      }
      if (running != null && running.isAlive() && isStarted(printing)) {
        printing.join(limit);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    patience.addAndGet((began - System.nanoTime()) / 1_000_000);
  }

  private void print() {
    for (Line line = queue.take(); line != null; line = queue.take()) {
      stderr.write(line);
    }
  }

  @Override
  public void close() {
    finish();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException late) { // Then it runs, and finds nothing.
      return;
    }
  }
}
