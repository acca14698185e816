package dev.mcphotfix.agent.record;

import dev.mcphotfix.agent.log.Action;
import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Decision;
import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.oauth.decision.StaticClient;

/** Says what was done with each record at one rule's hook. */
record RecordLog(String ruleName, boolean observe, AgentLog log) {

  void unreadable() {
    decided(new RecordDecision(Reason.RECORD_UNREADABLE, null));
  }

  /** What comes later than the call of the host has nobody else who would tell. */
  void failed(Throwable failure) {
    log.write(Decision.ofFailure(failure, ruleName, null, null));
  }

  void decided(RecordDecision decision) {
    Reason reason = decision.reason();
    StaticClient client = decision.client();
    String server = client == null ? null : client.serverName();
    log.write(
        new Decision(
            action(reason), reason, null, decision.severity(), server, null, null, ruleName, null));
  }

  private Action action(Reason reason) {
    if (reason != Reason.RECORD_PATCHED) {
      return Action.LEFT_ALONE;
    }
    return observe ? Action.HEALED.observed() : Action.HEALED;
  }
}
