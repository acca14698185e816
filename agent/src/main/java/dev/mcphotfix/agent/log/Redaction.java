package dev.mcphotfix.agent.log;

/**
 * Makes text of the host or of the network fit for a log: bounded, on one line, and without
 * anything in it that could be a credential.
 */
public final class Redaction {

  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_RUN = 24;
  private static final int LONGEST_VALUE = 1000;

  private Redaction() {}

  /** The url without user information, query and fragment, each of which may hold a credential. */
  public static String url(String url) {
    int end = url.length();
    for (int i = 0; i < end; i++) {
      char c = url.charAt(i);
      if (c == '?' || c == '#') {
        end = i;
      }
    }
    String bare = url.substring(0, end);
    int authority = bare.indexOf("//") + 2;
    int path = bare.indexOf('/', authority);
    int at = bare.lastIndexOf('@', path < 0 ? bare.length() : path);
    return authority >= 2 && at >= authority
        ? bare.substring(0, authority) + bare.substring(at + 1)
        : bare;
  }

  /**
   * Text of a server or host, cut to 200 characters, control characters replaced, and each run of
   * characters that is long enough to be a token masked.
   */
  public static String text(String text) {
    StringBuilder safe = new StringBuilder();
    int run = 0;
    for (int i = 0; i < text.length() && safe.length() < LONGEST_TEXT + LONGEST_RUN; i++) {
      char c = printable(text.charAt(i));
      safe.append(c);
      run = tokenCharacter(c) ? run + 1 : 0;
      if (run == LONGEST_RUN) {
        safe.setLength(safe.length() - run);
        safe.append("***");
        i = endOfRun(text, i);
        run = 0;
      }
    }
    return safe.length() > LONGEST_TEXT ? safe.substring(0, LONGEST_TEXT) + "..." : safe.toString();
  }

  /**
   * The value with everything that is not printable ASCII replaced, so that it can neither end its
   * line nor hide in it, and cut to 1000 characters.
   */
  public static String oneLine(String value) {
    StringBuilder safe = new StringBuilder(value.length());
    for (int i = 0; i < value.length() && i < LONGEST_VALUE; i++) {
      safe.append(printable(value.charAt(i)));
    }
    return value.length() > LONGEST_VALUE ? safe + "..." : safe.toString();
  }

  private static int endOfRun(String text, int from) {
    int i = from;
    while (i + 1 < text.length() && tokenCharacter(text.charAt(i + 1))) {
      i++;
    }
    return i;
  }

  private static char printable(char c) {
    return c < ' ' || c > '~' ? '?' : c;
  }

  /** With the percent sign: a token that is encoded for a form must not fall to short pieces. */
  private static boolean tokenCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~+/=%".indexOf(c) >= 0;
  }
}
