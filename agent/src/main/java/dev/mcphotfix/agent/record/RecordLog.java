package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Decision;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.log.Severity;
import org.jspecify.annotations.Nullable;

/** Says what was done with each record at one rule's hook. */
record RecordLog(String ruleName, boolean observe, AgentLog log) {

  void unreadable() {
    Reason reason = Reason.RECORD_UNREADABLE;
    write(Action.LEFT_ALONE, reason, reason.severity(), null);
  }

  /** What comes later than the call of the host has nobody else who would tell. */
  void failed(Throwable failure) {
    log.write(Decision.ofFailure(failure, ruleName, null, null));
  }

  void decided(RecordDecision decision, RecordEvidence evidence) {
    Reason reason = decision.reason();
    String server = decision.client() == null ? null : decision.client().serverName();
    write(action(reason), reason, decision.severity(evidence), server);
  }

  private Action action(Reason reason) {
    if (reason != Reason.RECORD_PATCHED) {
      return Action.LEFT_ALONE;
    }
    return observe ? Action.HEALED.observed() : Action.HEALED;
  }

  private void write(Action action, Reason reason, Severity severity, @Nullable String server) {
    log.write(new Decision(action, reason, null, severity, server, null, null, ruleName, null));
  }
}
