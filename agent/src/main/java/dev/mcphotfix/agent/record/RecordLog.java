package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Decision;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.log.Severity;
import dev.mcphotfix.agent.oauth.decision.StaticClient;
import dev.mcphotfix.agent.record.shape.ShutRecordException;
import dev.mcphotfix.agent.record.shape.UnreadableRecordException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Says what was done with each record at one rule's hook. Thread-safe. */
final class RecordLog {

  private static final int MOST_CLASSES = 1_000;

  private final String ruleName;
  private final boolean observe;
  private final AgentLog log;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  RecordLog(String ruleName, boolean observe, AgentLog log) {
    this.ruleName = ruleName;
    this.observe = observe;
    this.log = log;
  }

  boolean observe() {
    return observe;
  }

  void unreadable() {
    decided(new RecordDecision(Reason.RECORD_UNREADABLE, null));
  }

  void unreadable(UnreadableRecordException why) {
    if (why instanceof ShutRecordException shut) {
      unreadable(shut.type(), shut.getMessage());
    } else {
      unreadable();
    }
  }

  /** A class that has no place for a refresh token. */
  void unreadable(Class<?> type) {
    unreadable(type.getName(), type.getName());
  }

  /** Loudly once for each class, as it will be so in each call. */
  private void unreadable(String type, @Nullable String detail) {
    boolean first = told.size() < MOST_CLASSES && told.add(type);
    Severity severity = first ? Reason.RECORD_UNREADABLE.severity() : Severity.DEBUG;
    decided(new RecordDecision(Reason.RECORD_UNREADABLE, null, severity), detail);
  }

  /** What comes later than the call of the host has nobody else who would tell. */
  void failed(Throwable failure) {
    log.write(Decision.ofFailure(failure, ruleName, null, null));
  }

  void decided(RecordDecision decision) {
    decided(decision, null);
  }

  private void decided(RecordDecision decision, @Nullable String detail) {
    Reason reason = decision.reason();
    StaticClient client = decision.client();
    String server = client == null ? null : client.serverName();
    Severity severity = decision.severity();
    log.write(
        new Decision(action(reason), reason, detail, severity, server, null, null, ruleName, null));
  }

  private Action action(Reason reason) {
    if (reason != Reason.RECORD_PATCHED) {
      return Action.LEFT_ALONE;
    }
    return observe ? Action.HEALED.observed() : Action.HEALED;
  }
}
