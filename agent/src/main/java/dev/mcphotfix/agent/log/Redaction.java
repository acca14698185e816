package dev.mcphotfix.agent.log;

/**
 * Makes text of the host or of the network fit for a log: bounded, on one line, and without
 * anything in it that could be a credential.
 */
public final class Redaction {

  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_RUN = 24;
  private static final int LONGEST_VALUE = 1000;

  /** Of words, and what may stand between two of them. */
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-._/=";

  private static final String ENTRA = "AADSTS";

  private Redaction() {}

  /**
   * The url without user information, query and fragment, each of which may hold a credential, and
   * with each segment of its path masked that looks like a key.
   */
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
    if (authority < 2) {
      return UrlPath.masked(bare, "");
    }
    int slash = bare.indexOf('/', authority);
    int path = slash < 0 ? end : slash;
    int start = Math.max(authority, bare.lastIndexOf('@', path) + 1);
    String host = bare.substring(start, path);
    return bare.substring(0, authority) + host + UrlPath.masked(bare.substring(path), host);
  }

  /** Whether a segment of a url's path looks like a key, and is masked. */
  public static boolean isKey(String segment) {
    return UrlPath.isKey(segment);
  }

  /**
   * Text of a server or host, cut to 200 characters, control characters replaced, and each run of
   * characters that is long enough to be a token masked. A code of lower-case words is none.
   */
  public static String text(String text) {
    return masked(text, false);
  }

  /** The same with everything else masked that is no word, as a short key has a digit in it. */
  public static String words(String text) {
    return masked(text, true);
  }

  private static String masked(String text, boolean wordsOnly) {
    StringBuilder safe = new StringBuilder();
    int i = 0;
    while (i < text.length() && safe.length() <= LONGEST_TEXT) {
      int end = endOfRun(text, i);
      if (end == i) {
        safe.append(printable(text.charAt(i)));
        end++;
      } else {
        String run = text.substring(i, end);
        safe.append(isShown(run, wordsOnly) ? run : "***");
      }
      i = end;
    }
    return safe.length() > LONGEST_TEXT ? safe.substring(0, LONGEST_TEXT) + "..." : safe.toString();
  }

  /** Entra's codes, by which its errors are looked up, have a number. */
  private static boolean isShown(String run, boolean wordsOnly) {
    boolean looksLikeWord = !wordsOnly || isOf(run, 0, LETTERS) || isEntraCode(run);
    return looksLikeWord && (run.length() < LONGEST_RUN || isCode(run));
  }

  private static boolean isEntraCode(String run) {
    return run.startsWith(ENTRA) && isOf(run, ENTRA.length(), "0123456789");
  }

  private static boolean isOf(String run, int from, String characters) {
    int i = from;
    while (i < run.length() && characters.indexOf(run.charAt(i)) >= 0) {
      i++;
    }
    return i == run.length();
  }

  /** {@code incorrect_client_credentials}. */
  private static boolean isCode(String run) {
    int letters = 0;
    for (int i = 0; i < run.length() && letters < LONGEST_RUN; i++) {
      char c = run.charAt(i);
      letters = c >= 'a' && c <= 'z' ? letters + 1 : c == '_' || c == '.' ? 0 : LONGEST_RUN;
    }
    return letters < LONGEST_RUN;
  }

  /**
   * The value with everything that is not printable ASCII replaced, so that it can neither end its
   * line nor hide in it, and cut to 1000 characters.
   */
  public static String oneLine(String value) {
    if (value.length() <= LONGEST_VALUE && isPrintable(value)) {
      return value; // As nearly all are.
    }
    StringBuilder safe = new StringBuilder(value.length());
    for (int i = 0; i < value.length() && i < LONGEST_VALUE; i++) {
      safe.append(printable(value.charAt(i)));
    }
    return value.length() > LONGEST_VALUE ? safe + "..." : safe.toString();
  }

  /** Behind the characters from there on that may be those of a token. */
  private static int endOfRun(String text, int from) {
    int i = from;
    while (i < text.length() && tokenCharacter(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isPrintable(String value) {
    int i = 0;
    while (i < value.length() && printable(value.charAt(i)) == value.charAt(i)) {
      i++;
    }
    return i == value.length();
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
