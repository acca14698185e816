package dev.mcphotfix.agent.log.telemetry;

import java.util.List;
import java.util.Map;

/** The agent as management tools see it; read only, and as harmless as the log. */
public interface AgentMXBean {

  /** {@code enforce}, {@code observe} or {@code off}. */
  String getMode();

  /** What became of each hook, a line each. */
  List<String> getHooks();

  /** How often each reason was given. */
  Map<String, Long> getDecisions();

  /** The last answers to token requests, a line each. */
  List<String> getTokenResponses();

  /** The last warnings, a line each. */
  List<String> getWarnings();
}
