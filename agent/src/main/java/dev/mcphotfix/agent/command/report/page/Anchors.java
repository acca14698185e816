package dev.mcphotfix.agent.command.report.page;

import dev.mcphotfix.agent.command.report.summary.Summary;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Where on the page a JVM or a reason is explained; empty for what has no place of its own. */
final class Anchors {

  private final Map<String, String> jvms = new HashMap<>();
  private final Set<String> reasons;

  Anchors(Summary summary) {
    for (String name : summary.jvms().shown().keySet()) {
      jvms.put(name, "jvm-" + (jvms.size() + 1));
    }
    reasons = summary.reasons().counts().keySet();
  }

  String jvm(String name) {
    return jvms.getOrDefault(name, "");
  }

  /** Only for codes of the log's own, which are fit for an anchor as they are. */
  String reason(String code) {
    return reasons.contains(code) && !ReasonMeaning.of(code).isEmpty() ? "reason-" + code : "";
  }
}
