package dev.mcphotfix.agent.log;

import java.util.Map;

/** {@code mcp-hotfix INFO added client_id server=example-server endpoint=... reason=added}. */
public final class TextFormat implements LineFormat {

  private static final int EVENT_WIDTH = 16;

  @Override
  public String line(String level, String event, Map<String, String> facts) {
    StringBuilder line = new StringBuilder("mcp-hotfix ");
    pad(line.append(level), 5 - level.length());
    pad(line.append(' ').append(event), EVENT_WIDTH - event.length());
    append(line, facts);
    return line.toString().stripTrailing();
  }

  /** The facts alone, a value in quotation marks where it could be taken for more than one. */
  public static String facts(Map<String, String> facts) {
    StringBuilder line = new StringBuilder();
    append(line, facts);
    return line.toString().stripLeading();
  }

  /** Each with a space before it. */
  static void append(StringBuilder line, Map<String, String> facts) {
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      line.append(' ').append(fact.getKey()).append('=');
      value(line, fact.getValue());
    }
  }

  private static void pad(StringBuilder line, int width) {
    for (int i = 0; i < width; i++) {
      line.append(' ');
    }
  }

  private static void value(StringBuilder line, String value) {
    String safe = Redaction.oneLine(value);
    boolean quoted =
        safe.isEmpty()
            || safe.indexOf(' ') >= 0
            || safe.indexOf('=') >= 0
            || safe.indexOf('"') >= 0;
    if (quoted) {
      line.append('"').append(safe.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    } else {
      line.append(safe);
    }
  }
}
