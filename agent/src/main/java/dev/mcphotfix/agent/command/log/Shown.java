package dev.mcphotfix.agent.command.log;

import dev.mcphotfix.agent.log.Reason;
import dev.mcphotfix.agent.log.Redaction;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes what a log says fit to be shown. A log may have been written by anybody: what is not of the
 * log's own vocabulary is bounded and masked once more.
 */
public final class Shown {

  private static final int LONGEST_NAME = 100;

  private static final Set<String> REASONS =
      Arrays.stream(Reason.values()).map(Reason::code).collect(Collectors.toUnmodifiableSet());

  private Shown() {}

  /** A name that somebody gave: of a server, a hook, a host, a file. */
  public static String name(@Nullable String name) {
    return name == null ? "-" : bounded(name, LONGEST_NAME);
  }

  public static String url(@Nullable String url) {
    return url == null ? "-" : text(Redaction.url(url));
  }

  /** A text that may be long, such as a path. */
  public static String text(String text) {
    return bounded(text, 2 * LONGEST_NAME);
  }

  /** A number and what it counts. */
  public static String count(long count, String one) {
    return count(count, one, one + 's');
  }

  public static String count(long count, String one, String many) {
    return number(count) + ' ' + (count == 1 ? one : many);
  }

  public static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String bounded(String text, int most) {
    String safe = Redaction.oneLine(text);
    return safe.length() > most ? safe.substring(0, most) + "..." : safe;
  }

  /** What a server or a request said, or an agent about it, if it was one. */
  public static String foreign(@Nullable String text) {
    return text == null ? "" : Redaction.text(text);
  }

  /** The code without a detail that is foreign text and would make a row of each. */
  public static String reason(@Nullable String reason) {
    if (reason == null) {
      return "-";
    }
    String code = Reason.counted(reason);
    return REASONS.contains(code) || Reason.isEarly(code) ? code : "(unknown reason)";
  }

  /** Three digits, or nothing. */
  public static String status(@Nullable String status) {
    return status != null && status.matches("[1-9][0-9][0-9]") ? status : "";
  }
}
