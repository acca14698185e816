package dev.mcphotfix.agent.command.terminal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a command found out.
 *
 * @param text what it is; may hold text of files or of the network, which is made harmless here
 * @param advice what to do about it; null where there is nothing to do
 * @param facts the same for scripts, by name
 */
public record Finding(Mark mark, String text, @Nullable String advice, Map<String, Object> facts) {

  public Finding {
    text = oneLine(text);
    advice = advice == null ? null : oneLine(advice);
    facts = new LinkedHashMap<>(facts);
  }

  public static Finding ok(String text) {
    return new Finding(Mark.OK, text, null, Map.of());
  }

  public static Finding note(String text) {
    return new Finding(Mark.NOTE, text, null, Map.of());
  }

  public static Finding note(String text, String advice) {
    return new Finding(Mark.NOTE, text, advice, Map.of());
  }

  public static Finding problem(String text, @Nullable String advice) {
    return new Finding(Mark.PROBLEM, text, advice, Map.of());
  }

  /** This finding with one more fact for scripts, or as it is where {@code value} is null. */
  public Finding with(String key, @Nullable Object value) {
    Map<String, Object> more = new LinkedHashMap<>(facts);
    if (value != null) {
      more.put(key, value);
    }
    return new Finding(mark, text, advice, more);
  }

  /** Whether it needs attention. */
  public boolean isProblem() {
    return mark == Mark.PROBLEM;
  }

  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("status", mark.word());
    document.put("text", text);
    if (advice != null) {
      document.put("advice", advice);
    }
    document.putAll(facts);
    return document;
  }

  /** Without what could end its line, hide in it, or give orders to a terminal. */
  private static String oneLine(String text) {
    StringBuilder safe = new StringBuilder(text);
    for (int i = 0; i < safe.length(); i++) {
      int type = Character.getType(safe.charAt(i));
      if (type == Character.CONTROL
          || type == Character.FORMAT
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR) {
        safe.setCharAt(i, '?');
      }
    }
    return safe.toString();
  }
}
