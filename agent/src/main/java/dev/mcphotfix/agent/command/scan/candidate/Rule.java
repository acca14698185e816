package dev.mcphotfix.agent.command.scan.candidate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule as the agent's file has it; what is null is left out.
 *
 * @param method in the notation of a rule
 */
public record Rule(
    String method,
    String patch,
    String target,
    @Nullable String server,
    @Nullable String endpoint,
    @Nullable String property) {

  /** The keys and values, in the order in which the documentation has them. */
  public Map<String, String> members(String name) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("name", name);
    members.put("method", method);
    members.put("patch", patch);
    members.put("target", target);
    putIfThere(members, "server", server);
    putIfThere(members, "endpoint", endpoint);
    putIfThere(members, "property", property);
    return members;
  }

  private static void putIfThere(Map<String, String> members, String key, @Nullable String value) {
    if (value != null) {
      members.put(key, value);
    }
  }
}
