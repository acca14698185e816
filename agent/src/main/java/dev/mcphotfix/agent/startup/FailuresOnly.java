package dev.mcphotfix.agent.startup;

import dev.mcphotfix.agent.log.AgentLog;
import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Reason;

/**
 * Tells of decisions only those that the agent failed to make: nothing is changed by the others
 * where the mode is off, and nobody has asked for them.
 */
record FailuresOnly(AgentLog log) implements AgentLog {

  @Override
  public void write(Entry entry) {
    String reason = entry.facts().get("reason");
    if (reason != null && reason.startsWith(Reason.AGENT_ERROR.code())) {
      log.write(entry);
    }
  }
}
