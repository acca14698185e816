package dev.mcphotfix.agent.log.telemetry;

import dev.mcphotfix.agent.log.LogMemory;
import dev.mcphotfix.agent.log.TimedEntry;
import java.util.List;
import java.util.Map;

/** What the management of the JVM asks. */
record ManagedAgent(String mode, LogMemory memory) implements AgentMXBean {

  @Override
  public String getMode() {
    return mode;
  }

  @Override
  public List<String> getHooks() {
    return lines(memory.hooks());
  }

  @Override
  public Map<String, Long> getDecisions() {
    return memory.reasons();
  }

  @Override
  public List<String> getTokenResponses() {
    return lines(memory.responses());
  }

  @Override
  public List<String> getWarnings() {
    return lines(memory.warnings());
  }

  private static List<String> lines(List<TimedEntry> entries) {
    return entries.stream().map(TimedEntry::line).toList();
  }
}
