package dev.mcphotfix.agent.command.attach.agent;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.mcphotfix.agent.command.terminal.Untrusted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An open line to another JVM and the agent in it: loads the jar with a command and reads the
 * answer. Each step has a limit of time: a JVM that hangs answers nobody. For one thread.
 */
public final class AgentLine implements AutoCloseable {

  /** What a JVM before 24 takes at most for one argument, of which the jar is a part. */
  private static final int LONGEST = 1024;

  /** In seconds, for which an agent that is asked for it renews its answer each second. */
  private static final int LEASE = 120;

  private final long pid;
  private final String jar;
  private final Duration limit;
  private final VirtualMachine machine;

  private AgentLine(long pid, String jar, Duration limit) throws TargetException {
    this.pid = pid;
    this.jar = jar;
    this.limit = limit;
    this.machine = inTime(() -> VirtualMachine.attach(Long.toString(pid)));
  }

  /** Whether the Java that runs this has what is needed to reach another JVM. */
  public static boolean isPossible() {
    return ModuleLayer.boot().findModule("jdk.attach").isPresent();
  }

  /**
   * Only for a process that is known to be a JVM: another one would be ended by the signal.
   *
   * @param jar the agent's
   * @throws TargetException where it does not let anybody in, or not in time
   */
  public static AgentLine open(long pid, String jar, Duration limit) throws TargetException {
    if (!isPossible()) {
      throw new TargetException(
          "this Java has no module jdk.attach", "run the command with a JDK from 17 on");
    }
    return new AgentLine(pid, jar, limit);
  }

  /**
   * What the agent said last; null where none is in or it was never asked. Loads nothing.
   *
   * <p>The JDK's interface reads all properties of a JVM at once, and has no way to read a part of
   * them. One that does not fit into this JVM ends that step, on a thread of its own, and is told
   * like an answer that is too long. A file instead would have to be found and read across users
   * and containers, where the properties of a JVM are for those only who may attach to it.
   */
  public @Nullable AgentAnswer last() throws TargetException {
    String text = inTime(machine::getSystemProperties).getProperty(AgentAnswer.PROPERTY);
    if (AgentAnswer.isTooLong(text)) {
      throw tooLong();
    }
    return AgentAnswer.parse(text);
  }

  /** What that JVM calls by this name; null where it has no such property. Loads nothing. */
  public @Nullable String property(String name) throws TargetException {
    return inTime(machine::getSystemProperties).getProperty(name);
  }

  private TargetException tooLong() {
    return new TargetException(
        "the answer of " + pid + " is too long, and was not read",
        "see the system properties of that JVM, jcmd " + pid + " VM.system_properties");
  }

  /**
   * Loads the agent's jar with these options or this command.
   *
   * @throws TargetException where there is no answer
   */
  public AgentAnswer send(String options) throws TargetException {
    if ((jar + '=' + options).getBytes(StandardCharsets.UTF_8).length + 30 >= LONGEST) {
      throw new TargetException(
          "the options are too long for a running JVM, which takes about a thousand characters",
          "write them into a file and give --config FILE");
    }
    String request = Long.toHexString(ThreadLocalRandom.current().nextLong() >>> 32);
    load(options.isEmpty() ? "request=" + request : options + ",request=" + request);
    AgentAnswer answer = last();
    if (answer == null || !request.equals(answer.request())) {
      throw new TargetException(
          "the agent in " + pid + " did not answer",
          "see the stderr of that JVM; an agent of another version may be in it");
    }
    return answer;
  }

  /** Asks the agent how it is, and to say it again each second for a while, so that it is read. */
  public AgentAnswer ask() throws TargetException {
    return send("command=status,for=" + LEASE);
  }

  /**
   * How the agent is. It is asked now and then, and read else: each time that it is spoken to, a
   * JVM from 21 on may warn on its stderr.
   *
   * @param second since somebody looks, each one once
   */
  public @Nullable AgentAnswer look(int second) throws TargetException {
    return second % (LEASE - 20) == 0 ? ask() : last();
  }

  private void load(String options) throws TargetException {
    inTime(
        () -> {
          machine.loadAgent(jar, options);
          return true;
        });
  }

  @Override
  public void close() {
    try {
      inTime(
          () -> {
            machine.detach();
            return true;
          });
    } catch (TargetException gone) {
      // Then there is nothing left to close.
    }
  }

  private <T> T inTime(Callable<T> step) throws TargetException {
    FutureTask<T> result = new FutureTask<>(step);
    Thread thread = new Thread(result, "mcp-hotfix-attach");
    thread.setDaemon(true);
    thread.start();
    try {
      return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      result.cancel(true);
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
    if (cause instanceof OutOfMemoryError) { // The JDK reads all properties of a JVM at once.
      return tooLong();
    }
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
    if (ProcessHandle.of(pid).isEmpty()) {
      return new TargetException(pid + " has ended", "see list for the JVMs that run");
    }
    return new TargetException(
        pid + " cannot be reached: " + why,
        cause instanceof IOException ? "run the command as the user of that JVM" : "try again");
  }
}
