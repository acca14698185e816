package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.config.HotfixConfiguration;
import dev.mcphotfix.agent.config.Mode;
import dev.mcphotfix.agent.hook.CallObserver;
import dev.mcphotfix.agent.hook.HookDispatcher;
import dev.mcphotfix.agent.hook.HookPoint;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Decision;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.HostSpans;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.exchange.Examiner;
import dev.mcphotfix.agent.oauth.exchange.Setup;
import dev.mcphotfix.agent.oauth.trace.ToldTrace;
import dev.mcphotfix.agent.oauth.trace.Trace;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What the hooks work with, made when the first of them is met: until then there is nothing to log
 * and nothing to decide. Thread-safe.
 */
final class HookServices implements HookDispatcher.FailureReport {

  private final HotfixConfiguration configuration;
  private final @Nullable Agent agent;
  private final @Nullable Examiner last;
  private volatile @Nullable Logs logs;
  private @Nullable AgentLog log;
  private @Nullable Examiner examiner;
  private boolean ahead;
  private @Nullable Trace trace;

  /**
   * @param last those of the configuration that held before; null where this is the first
   */
  HookServices(HotfixConfiguration configuration, Agent agent, @Nullable Examiner last) {
    this.configuration = configuration;
    this.agent = agent;
    this.last = last;
  }

  /** With a log in place of the one that the configuration asks for. */
  HookServices(HotfixConfiguration configuration, AgentLog log) {
    this.configuration = configuration;
    this.agent = null;
    this.last = null;
    this.log = log;
  }

  HotfixConfiguration configuration() {
    return configuration;
  }

  /** Whether nothing is to be changed. */
  boolean observes() {
    return configuration.mode().value() != Mode.ENFORCE;
  }

  boolean isOff() {
    return configuration.mode().value() == Mode.OFF;
  }

  /** Where decisions are told: nowhere, where they are none of the operator's wishes. */
  AgentLog decisions() {
    return isOff() ? new FailuresOnly(log()) : log();
  }

  /** Is told each step, where that is asked for. */
  synchronized Trace trace() {
    if (trace == null) {
      trace = configuration.trace().value() ? told() : Trace.NONE;
    }
    return trace;
  }

  private Trace told() {
    AgentLog told = log();
    Logs made = logs;
    return new ToldTrace(told, made == null ? HostSpans.NONE : made.spans(), prefix());
  }

  /** Three digits, which tell conversations from those of another configuration. */
  private static String prefix() {
    return Integer.toHexString(ThreadLocalRandom.current().nextInt(0x100, 0x1000));
  }

  synchronized AgentLog log() {
    if (log == null) {
      Agent installed = Objects.requireNonNull(agent);
      Logs made = new Logs(configuration, installed.installation(), installed.memory());
      log = made.log();
      logs = made;
    }
    return log;
  }

  /** Is told when calls of woven code begin and end; null where nobody asks. */
  @Nullable CallObserver observer() {
    Logs made = logs;
    return made == null ? null : made.observer();
  }

  /** Waits, for half a second at most, until what was logged is written. */
  void flush() {
    Logs written = logs;
    if (written != null) {
      written.flush();
    }
  }

  /** Lets go of the log's file, and of what stands in the JVM's own tools. */
  void close() {
    Logs written = logs;
    if (written != null) {
      written.close();
    }
  }

  /** The one that held before, if any: the hooks of HTTP libraries, which stay, have it. */
  synchronized Examiner examiner() {
    if (examiner == null) {
      Setup setup = ExaminerSetup.of(this);
      examiner = last == null ? new Examiner(setup) : last.follow(setup);
    }
    return examiner;
  }

  /**
   * Begins to look up token endpoints, once: the host was running before hooks were woven, and may
   * refresh before it speaks to its server again.
   */
  synchronized void lookAhead() {
    if (!ahead && !isOff()) {
      ahead = true;
      examiner().metAll();
    }
  }

  /** Whether token endpoints are being looked up. */
  synchronized boolean isDiscovering() {
    return examiner != null && examiner.isDiscovering();
  }

  /** What requests are decided by, if one was met yet. */
  synchronized @Nullable Examiner madeExaminer() {
    return examiner;
  }

  /** Every effective value and where it came from. */
  void describe() {
    for (String line : configuration.describe()) {
      log().write(Entry.of(Severity.DEBUG, Notice.CONFIGURATION).with("value", line));
    }
  }

  @Override
  public void failed(HookPoint point, Throwable failure, boolean last) {
    log().write(Decision.ofFailure(failure, point.hook(), null, null));
    if (last) {
      log()
          .write(
              Entry.of(Severity.WARN, Notice.HOOK_RETIRED)
                  .with("hook", point.hook())
                  .with("class", point.className())
                  .with("method", point.methodName())
                  .with("why", failure.getClass().getSimpleName()));
    }
  }
}
