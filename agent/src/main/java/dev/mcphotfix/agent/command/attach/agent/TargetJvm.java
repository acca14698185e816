package dev.mcphotfix.agent.command.attach.agent;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.mcphotfix.agent.command.attach.jvm.Untrusted;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An open line to another JVM. Each step has a limit of time: a JVM that hangs answers nobody. For
 * one thread.
 */
public final class TargetJvm implements AutoCloseable {

  private final long pid;
  private final Duration limit;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "mcp-hotfix-attach");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable VirtualMachine machine;

  private TargetJvm(long pid, Duration limit) {
    this.pid = pid;
    this.limit = limit;
  }

  /** Whether the Java that runs this has what is needed to reach another JVM. */
  public static boolean isPossible() {
    return ModuleLayer.boot().findModule("jdk.attach").isPresent();
  }

  /**
   * Only for a process that is known to be a JVM: another one would be ended by the signal.
   *
   * @throws TargetException where it does not let anybody in, or not in time
   */
  public static TargetJvm open(long pid, Duration limit) throws TargetException {
    if (!isPossible()) {
      throw new TargetException(
          "this Java has no module jdk.attach", "run the command with a JDK from 17 on");
    }
    TargetJvm target = new TargetJvm(pid, limit);
    try {
      target.machine = target.inTime(() -> VirtualMachine.attach(Long.toString(pid)));
      return target;
    } catch (TargetException e) {
      target.worker.shutdownNow();
      throw e;
    }
  }

  public long pid() {
    return pid;
  }

  /** One of its system properties; null where it is not set. */
  public @Nullable String property(String name) throws TargetException {
    VirtualMachine open = opened();
    return inTime(() -> open.getSystemProperties()).getProperty(name);
  }

  /** Loads an agent, or speaks to the one that is in. */
  public void load(String jar, String options) throws TargetException {
    VirtualMachine open = opened();
    inTime(
        () -> {
          open.loadAgent(jar, options);
          return true;
        });
  }

  @Override
  public void close() {
    VirtualMachine open = machine;
    if (open != null) {
      try {
        inTime(
            () -> {
              open.detach();
              return true;
            });
      } catch (TargetException gone) {
        machine = null;
      }
    }
    worker.shutdownNow();
  }

  private VirtualMachine opened() throws TargetException {
    if (machine == null) {
      throw new TargetException("the line to " + pid + " is closed", "try again");
    }
    return machine;
  }

  private <T> T inTime(Callable<T> step) throws TargetException {
    Future<T> result = worker.submit(step);
    try {
      return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new TargetException(
          pid + " did not answer within " + limit.toSeconds() + " seconds",
          "see whether it hangs, jcmd " + pid + " Thread.print; then try again");
    } catch (ExecutionException e) {
      throw refused(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TargetException("interrupted", "try again");
    }
  }

  private TargetException refused(@Nullable Throwable cause) {
    String why = Untrusted.line(String.valueOf(cause == null ? null : cause.getMessage()));
    if (cause instanceof AgentLoadException || cause instanceof AgentInitializationException) {
      return new TargetException(
          pid + " does not load the agent: " + why,
          "see the preflight, attach --dry-run, and the stderr of that JVM");
    }
    if (cause instanceof AttachNotSupportedException) {
      return new TargetException(
          pid + " lets nobody attach: " + why, "see the preflight, attach --dry-run");
    }
    if (cause instanceof IOException && ProcessHandle.of(pid).isPresent()) {
      return new TargetException(
          pid + " cannot be reached: " + why, "run the command as the user of that JVM");
    }
    return ProcessHandle.of(pid).isPresent()
        ? new TargetException(pid + " cannot be reached: " + why, "try again")
        : new TargetException(pid + " has ended", "see list for the JVMs that run");
  }
}
