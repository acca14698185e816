package dev.mcphotfix.agent.config.json;

import dev.mcphotfix.agent.hook.Likeness;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what the operator probably meant. Used only once something is wrong. */
public final class Spelling {

  private static final int LONGEST = 60;

  private Spelling() {}

  /** What to say about a key that is none of {@code known}. */
  static String unknownKey(String key, List<String> known) {
    return "unknown key; " + hint(key, known);
  }

  /** What to say about a value that is none of {@code known}. */
  public static String unknownValue(String value, List<String> known) {
    return "unknown value " + quoted(value) + "; " + among(value, known);
  }

  /** The nearest of what is known, and all of it. */
  public static String among(String word, Collection<String> known) {
    String nearest = nearest(word, known);
    return (nearest == null ? "" : "did you mean \"" + nearest + "\"? ") + expected(known);
  }

  /** The text in quotation marks, on one line and not too long. */
  public static String quoted(String text) {
    return '"' + oneLine(text, LONGEST) + '"';
  }

  /** The text without what could end its line or hide in it, and not longer than {@code most}. */
  static String oneLine(String text, int most) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < text.length() && i < most; i++) {
      char c = text.charAt(i);
      safe.append(isPrintable(c) ? c : '?');
    }
    return text.length() > most ? safe + "..." : safe.toString();
  }

  private static boolean isPrintable(char c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  public static String hint(String word, List<String> known) {
    String nearest = nearest(word, known);
    return nearest == null ? expected(known) : "did you mean \"" + nearest + "\"?";
  }

  /** Each once, though several places may know it. */
  private static String expected(Collection<String> known) {
    Set<String> distinct = new LinkedHashSet<>(known);
    return "expected " + (distinct.size() == 1 ? "" : "one of ") + String.join(", ", distinct);
  }

  private static @Nullable String nearest(String word, Collection<String> known) {
    String nearest = null;
    int least = Math.max(1, word.length() / 3) + 1;
    for (String candidate : known) {
      int distance = Likeness.distance(word, candidate);
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }
}
