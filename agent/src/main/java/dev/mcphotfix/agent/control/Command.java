package dev.mcphotfix.agent.control;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an agent that runs: the text with which the agent is loaded once more, {@code
 * command=status,request=7f3a}.
 *
 * @param request tells the answer apart from other ones; null where the text has none
 * @param seconds how long the answer is to be renewed; 0 for an answer of the moment
 * @param options the options of the agent that follow; null where there are none
 */
record Command(Kind kind, @Nullable String request, int seconds, @Nullable String options) {

  private static final int LONGEST_LEASE = 120;

  enum Kind {
    /** What is in and what it has done. */
    STATUS,
    /** A new configuration. */
    RELOAD,
    /** Away with it. */
    DETACH,
    /** Said by the launch itself: it has just been installed into a running JVM. */
    INSTALLED,
    /** Said by the launch itself: it was to be installed and is in already. */
    INSTALL;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Takes the text apart. A {@code request} may stand anywhere, and is no option of the agent's.
   *
   * @throws IllegalArgumentException with what would be right
   */
  static Command parse(String text) {
    Kind kind = kind(value(text, "command="));
    String request = request(text);
    int seconds = 0;
    String rest = rest(text);
    while (rest != null && (rest.startsWith("request=") || rest.startsWith("for="))) {
      seconds = rest.startsWith("for=") ? seconds(value(rest, "for=")) : seconds;
      rest = rest(rest);
    }
    return new Command(kind, request, seconds, rest);
  }

  /** The last one, as options of the agent may come before it. */
  static @Nullable String request(String text) {
    int start = text.lastIndexOf(",request=") + 1;
    String request = start == 0 ? "" : value(text.substring(start), "request=");
    return request.isEmpty() ? null : request;
  }

  private static Kind kind(String word) {
    for (Kind kind : Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("unknown command; known are status, reload and detach");
  }

  private static int seconds(String text) {
    try {
      int seconds = Integer.parseInt(text);
      if (seconds >= 1 && seconds <= LONGEST_LEASE) {
        return seconds;
      }
    } catch (NumberFormatException none) {
      // Said below.
    }
    throw new IllegalArgumentException("for: expected a number of seconds from 1 to 120");
  }

  private static String value(String text, String key) {
    int comma = text.indexOf(',');
    return text.substring(key.length(), comma < 0 ? text.length() : comma);
  }

  private static @Nullable String rest(String text) {
    int comma = text.indexOf(',');
    return comma < 0 || comma + 1 == text.length() ? null : text.substring(comma + 1);
  }
}
