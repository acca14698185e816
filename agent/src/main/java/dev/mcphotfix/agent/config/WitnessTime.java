package dev.mcphotfix.agent.config;

import dev.mcphotfix.agent.config.json.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * How long the witness looks at what leaves the JVM, from the moment on in which the configuration
 * holds.
 *
 * @param text as in the configuration: {@code on}, {@code off} or {@code 10m}
 * @param seconds 0 for not at all, {@link Integer#MAX_VALUE} for always
 */
public record WitnessTime(String text, int seconds) {

  public static final WitnessTime OFF = new WitnessTime("off", 0);
  static final WitnessTime ON = new WitnessTime("on", Integer.MAX_VALUE);

  private static final String OPTION = "witness=";
  private static final int MOST_DIGITS = 9;

  /** Null where that is no such time: {@code on}, {@code off}, {@code 30s}, {@code 10m}. */
  public static @Nullable WitnessTime parse(String text) {
    if (text.equals("on")) {
      return ON;
    }
    int end = text.length() - 1;
    int unit = text.endsWith("s") ? 1 : text.endsWith("m") ? 60 : text.endsWith("h") ? 3600 : 0;
    long seconds = unit == 0 ? 0 : number(text, end) * unit;
    if (seconds > 0 && seconds < Integer.MAX_VALUE) {
      return new WitnessTime(text, (int) seconds);
    }
    return text.equals("off") ? OFF : null;
  }

  private static long number(String text, int end) {
    long number = 0;
    for (int i = 0; i < end; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9' || end > MOST_DIGITS) {
        return 0;
      }
      number = number * 10 + digit - '0';
    }
    return number;
  }

  /** That of options that say nothing else; null for all others. */
  public static @Nullable WitnessTime alone(@Nullable String options) {
    if (options == null || !options.startsWith(OPTION)) {
      return null;
    }
    int end = options.indexOf(',');
    boolean alone = end < 0 || options.startsWith("request=", end + 1);
    return alone
        ? parse(options.substring(OPTION.length(), end < 0 ? options.length() : end))
        : null;
  }

  /** What is said of another text where it has to be a time. */
  public static String expectedTime(String found) {
    return "expected a time such as 30s or 10m, found ".concat(Spelling.quoted(found));
  }

  /** What is said of another text. */
  public static String expected(String found) {
    return "expected on, off or a time such as 30s or 10m, found ".concat(Spelling.quoted(found));
  }

  public boolean isOn() {
    return seconds > 0;
  }

  /** Whether it ends by itself. */
  public boolean isLimited() {
    return isOn() && seconds < Integer.MAX_VALUE;
  }
}
