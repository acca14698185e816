package dev.mcphotfix.agent.log.output;

import dev.mcphotfix.agent.log.LineFormat;
import dev.mcphotfix.agent.log.Redaction;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * One JSON object a line: {@code time}, {@code level}, {@code event}, the facts, then {@code host},
 * {@code pid} and {@code instance}; all values are strings.
 */
public record JsonFormat(InstantSource clock, Instance instance) implements LineFormat {

  @Override
  public String line(String level, String event, Map<String, String> facts) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    StringBuilder line = new StringBuilder("{");
    member(line, "time", now.toString());
    member(line.append(','), "level", level);
    member(line.append(','), "event", event);
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      member(line.append(','), fact.getKey(), fact.getValue());
    }
    if (instance.host() != null) {
      member(line.append(','), "host", instance.host());
    }
    member(line.append(','), "pid", instance.pid());
    member(line.append(','), "instance", instance.id());
    return line.append('}').toString();
  }

  /** Our keys are plain words; only values need an escape. */
  private static void member(StringBuilder line, String key, String value) {
    line.append('"').append(key).append("\":\"");
    String safe = Redaction.oneLine(value);
    if (safe.indexOf('"') < 0 && safe.indexOf('\\') < 0) {
      line.append(safe).append('"');
      return;
    }
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      if (c == '"' || c == '\\') {
        line.append('\\');
      }
      line.append(c);
    }
    line.append('"');
  }
}
