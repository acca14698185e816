package dev.mcphotfix.agent.log.telemetry;

import dev.mcphotfix.agent.hook.CallObserver;
import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Redaction;
import dev.mcphotfix.agent.log.telemetry.AgentEvent.DecisionEvent;
import dev.mcphotfix.agent.log.telemetry.AgentEvent.InstallEvent;
import dev.mcphotfix.agent.log.telemetry.AgentEvent.TokenResponseEvent;
import java.util.Map;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of the JDK's flight recorder of the log's entries. They cost nothing where no
 * recording asks for them, and hold what the log holds.
 *
 * <p>Loaded where it is asked for only, and not before there is something to log: the first event
 * of a JVM takes a tenth of a second.
 */
public final class FlightLog implements AgentLog, CallObserver {

  private static final ThreadLocal<@Nullable DecisionEvent> UNDER_WAY = new ThreadLocal<>();

  private final AgentLog log;

  /**
   * @param log what is written to before
   * @throws LinkageError where the runtime has no flight recorder
   */
  public FlightLog(AgentLog log) {
    this.log = log;
    FlightRecorder.register(DecisionEvent.class);
    FlightRecorder.register(TokenResponseEvent.class);
    FlightRecorder.register(InstallEvent.class);
    TraceEvents.register();
  }

  /** The recorder knows the events no longer, and nothing of it holds the agent. */
  public void close() {
    FlightRecorder.unregister(DecisionEvent.class);
    FlightRecorder.unregister(TokenResponseEvent.class);
    FlightRecorder.unregister(InstallEvent.class);
    TraceEvents.unregister();
  }

  @Override
  public void begun() {
    DecisionEvent event = new DecisionEvent();
    if (event.isEnabled()) {
      event.begin();
      UNDER_WAY.set(event);
    }
  }

  @Override
  public void ended() {
    UNDER_WAY.remove();
  }

  @Override
  public void write(Entry entry) {
    log.write(entry);
    Map<String, String> facts = entry.facts();
    if (entry.event() instanceof Action action) {
      decided(action, facts);
    } else if (entry.event() instanceof Notice notice) {
      noticed(notice, facts);
    }
  }

  private static void noticed(Notice notice, Map<String, String> facts) {
    switch (notice) {
      case TOKEN_RESPONSE -> responded(facts);
      case TRACE -> TraceEvents.step(facts);
      case DIAGNOSIS -> TraceEvents.diagnosis(facts);
      case HOOK_WOVEN -> installed(true, facts);
      case HOOK_WAITS, HOOK_NOT_WOVEN -> installed(false, facts);
      default -> {} // No event of the recorder.
    }
  }

  /** Instant where the body, and so the decision, comes after the call. */
  private void decided(Action action, Map<String, String> facts) {
    DecisionEvent begun = UNDER_WAY.get();
    DecisionEvent event = begun == null ? new DecisionEvent() : begun;
    UNDER_WAY.remove();
    event.end();
    if (event.shouldCommit()) {
      event.action = action.text();
      event.reason = text(facts, "reason");
      event.hook = text(facts, "hook");
      event.server = text(facts, "server");
      event.endpoint = text(facts, "endpoint");
      event.grant = text(facts, "grant");
      event.request = text(facts, "request");
      event.commit();
    }
  }

  private static void responded(Map<String, String> facts) {
    TokenResponseEvent event = new TokenResponseEvent();
    if (event.shouldCommit()) {
      event.server = text(facts, "server");
      event.endpoint = text(facts, "endpoint");
      event.status = text(facts, "status");
      event.error = text(facts, "error");
      event.request = text(facts, "request");
      event.commit();
    }
  }

  private static void installed(boolean woven, Map<String, String> facts) {
    InstallEvent event = new InstallEvent();
    if (event.shouldCommit()) {
      event.hook = text(facts, "hook");
      event.type = text(facts, "class");
      event.method = text(facts, "method");
      event.loader = text(facts, "loader");
      event.woven = woven;
      event.why = text(facts, "why");
      event.commit();
    }
  }

  static @Nullable String text(Map<String, String> facts, String key) {
    String value = facts.get(key);
    return value == null ? null : Redaction.oneLine(value);
  }
}
