package dev.mcphotfix.agent.log.span;

import dev.mcphotfix.agent.log.Entry;
import dev.mcphotfix.agent.log.Notice;
import dev.mcphotfix.agent.log.Redaction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a span is told of an entry of a trace: its facts by their names, and no more. */
final class SpanEvent {

  private static final String PREFIX = "mcp.oauth.";
  private static final Set<String> NUMBERS =
      Set.of("status", "took", "ms", "out", "expires_in", "expired", "count");

  /** Of so many digits a number fits. */
  private static final int MOST_DIGITS = 18;

  private SpanEvent() {}

  static String name(Entry entry) {
    return PREFIX.concat(entry.event() == Notice.DIAGNOSIS ? "diagnosis" : "step");
  }

  static Map<String, Object> attributes(Map<String, String> facts) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      String value = fact.getValue();
      boolean number = NUMBERS.contains(fact.getKey()) && isNumber(value);
      attributes.put(
          PREFIX.concat(fact.getKey()),
          number ? (Object) Long.valueOf(value) : Redaction.oneLine(value));
    }
    return attributes;
  }

  private static boolean isNumber(String value) {
    int digits = 0;
    while (digits < value.length() && value.charAt(digits) >= '0' && value.charAt(digits) <= '9') {
      digits++;
    }
    return digits > 0 && digits == value.length() && digits <= MOST_DIGITS;
  }
}
