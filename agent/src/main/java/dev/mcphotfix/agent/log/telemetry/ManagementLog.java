package dev.mcphotfix.agent.log.telemetry;

import dev.mcphotfix.agent.host.AgentThread;
import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Decision;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.LogMemory;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Severity;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Registers the agent with the management of the JVM when the first decision is made: a host that
 * refreshes a token is up, while one that starts may still have to say which management it wants.
 * On a thread of the agent's, since it takes a tenth of a second.
 */
public final class ManagementLog implements AgentLog {

  /** The name under which tools find it. */
  public static final String NAME = "dev.mcphotfix:type=Agent";

  private final AgentLog log;
  private final String mode;
  private final LogMemory memory;
  private State state = State.WAITING;

  private enum State {
    WAITING,
    REGISTERED,
    CLOSED
  }

  /**
   * @param log what is written to before
   */
  public ManagementLog(AgentLog log, String mode, LogMemory memory) {
    this.log = log;
    this.mode = mode;
    this.memory = memory;
  }

  @Override
  public void write(Entry entry) {
    log.write(entry);
    if (entry.event() instanceof Action) {
      decided();
    }
  }

  @Override
  public void write(Decision decision) {
    log.write(decision);
    decided();
  }

  private void decided() {
    if (waits()) {
      new AgentThread(this::register, "mcp-hotfix-management").start();
    }
  }

  private synchronized boolean waits() {
    boolean waits = state == State.WAITING;
    state = waits ? State.REGISTERED : state;
    return waits;
  }

  private synchronized void register() {
    if (state == State.CLOSED) {
      return;
    }
    try {
      ManagementFactory.getPlatformMBeanServer()
          .registerMBean(new ManagedAgent(mode, memory), new ObjectName(NAME));
    } catch (JMException | RuntimeException | LinkageError failure) {
      log.write(
          Entry.of(Severity.WARN, Notice.NO_MXBEAN)
              .with("why", "the JVM's management does not take it: " + failure));
    }
  }

  /** Takes it out of the management again. */
  public synchronized void close() {
    boolean registered = state == State.REGISTERED;
    state = State.CLOSED;
    if (registered) {
      try {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
      } catch (JMException | RuntimeException | LinkageError gone) {
        log.write(Entry.of(Severity.DEBUG, Notice.NO_MXBEAN).with("why", gone.toString()));
      }
    }
  }
}
