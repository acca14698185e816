package dev.mcphotfix.agent.log;

import java.util.Set;

/**
 * The path of a url, without the segments that look like a key: some servers hand out urls with one
 * in it. A name of letters stays, as does one with a short number behind it.
 */
final class UrlPath {

  private static final String MASK = "***";

  /** Between the parts of a name; any other character but letters and digits makes it a key. */
  private static final String SEPARATORS = "-_.~@:";

  private static final int SHORTEST_KEY = 24;
  private static final int MOST_DIGITS = 4;
  private static final int MOST_HUMPS = 4;

  /** Names as long as a key (RFC 8414 section 3, RFC 9728 section 3). */
  private static final Set<String> WELL_KNOWN =
      Set.of("oauth-authorization-server", "oauth-protected-resource");

  private UrlPath() {}

  /**
   * The path with its keys masked.
   *
   * @param host whose path it is, as the url has it; empty where that has none
   */
  static String masked(String path, String host) {
    StringBuilder shown = new StringBuilder(path.length());
    int start = 0;
    for (int i = 0; i <= path.length(); i++) {
      if (i == path.length() || path.charAt(i) == '/') {
        String segment = path.substring(start, i);
        boolean key = isKey(segment) && !Tenant.isNamedBy(segment, host);
        shown.append(key ? MASK : segment).append(i < path.length() ? "/" : "");
        start = i + 1;
      }
    }
    return shown.toString();
  }

  static boolean isKey(String segment) {
    if (WELL_KNOWN.contains(segment)) {
      return false;
    }
    boolean key = segment.length() >= SHORTEST_KEY;
    int start = 0;
    int digits = 0;
    for (int i = 0; i <= segment.length() && !key; i++) {
      if (i == segment.length() || SEPARATORS.indexOf(segment.charAt(i)) >= 0) {
        key = !isName(segment.substring(start, i));
        start = i + 1;
      } else if (isDigit(segment.charAt(i))) {
        digits++;
      }
    }
    return key || digits > MOST_DIGITS;
  }

  /** {@code oauth2}, {@code 2024}, {@code v1beta1}. */
  private static boolean isName(String part) {
    int letters = 0;
    int humps = 0;
    while (letters < part.length() && isLetter(part.charAt(letters))) {
      humps += letters > 0 && isHump(part, letters) ? 1 : 0;
      letters++;
    }
    int digits = letters;
    while (digits < part.length() && isDigit(part.charAt(digits))) {
      digits++;
    }
    if (digits < part.length()) {
      return part.startsWith("v") && letters == 1 && digits > 1 && isName(part.substring(digits));
    }
    return humps < MOST_HUMPS && digits - letters <= (letters == 0 ? MOST_DIGITS : 2);
  }

  private static boolean isHump(String part, int at) {
    return part.charAt(at) <= 'Z' && part.charAt(at - 1) >= 'a';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
