package dev.mcphotfix.agent.command.terminal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * One thing that a command found out.
 *
 * @param text what it is; may hold text of files or of the network, which is made harmless here
 * @param advice what to do about it; null where there is nothing to do
 * @param facts the same for scripts, by name
 */
public record Finding(Mark mark, String text, @Nullable String advice, Map<String, Object> facts) {

  /** How a finding is meant. */
  enum Mark {
    OK("green"),
    NOTE("yellow"),
    PROBLEM("red");

    private static final int WIDTH = 9;

    private final String color;

    Mark(String color) {
      this.color = color;
    }

    /** The word itself, as scripts read it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The word in a column of its own, coloured where the terminal has colours. */
    String column(Ansi ansi) {
      return ansi.string("@|" + color + " " + word() + "|@") + " ".repeat(WIDTH - word().length());
    }
  }

  public Finding {
    text = Untrusted.text(text);
    advice = advice == null ? null : Untrusted.text(advice);
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

  /** The same as a note; what was no problem stays as it is. */
  Finding withoutAlarm() {
    return isProblem() ? new Finding(Mark.NOTE, text, advice, facts) : this;
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
}
