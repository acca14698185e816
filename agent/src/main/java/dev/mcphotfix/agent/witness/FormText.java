package dev.mcphotfix.agent.witness;

import org.jspecify.annotations.Nullable;

/**
 * Tells the form of a token request (RFC 6749 appendix B) from everything else that leaves, nearly
 * all of which ends at its first byte.
 */
final class FormText {

  private static final String GRANT_TYPE = "grant_type=";

  /** Of the first field's name: what is longer is text of another kind. */
  private static final int LONGEST_NAME = 128;

  private FormText() {}

  /** Whether that is the text of a form with a grant type. */
  static boolean isTokenRequest(String form) {
    return form.startsWith(GRANT_TYPE) || form.contains("&".concat(GRANT_TYPE));
  }

  /** The form that stands there and is that of a token request; null for everything else. */
  static @Nullable String in(PlainText text, int from, int to) {
    int end = withoutLineEnd(text, from, to);
    boolean grant = false;
    boolean named = false;
    for (int i = from; i < end; i++) {
      int c = text.at(i);
      named |= c == '=';
      if (isForeign(c) || (!named && i - from == LONGEST_NAME)) {
        return null;
      }
      grant |= c == 'g' && (i == from || text.at(i - 1) == '&') && isGrant(text, i, end);
    }
    return grant ? copy(text, from, end) : null;
  }

  /** What stands in no form, even one that was encoded carelessly. */
  private static boolean isForeign(int c) {
    return switch (c) {
      case '"', '<', '>', '\\', '^', '`', '{', '|', '}', 0x7f -> true;
      default -> c <= ' '; // With all that is no ASCII, since a byte has a sign.
    };
  }

  private static boolean isGrant(PlainText text, int at, int end) {
    if (at + GRANT_TYPE.length() > end) {
      return false;
    }
    int i = 0;
    while (i < GRANT_TYPE.length() && text.at(at + i) == GRANT_TYPE.charAt(i)) {
      i++;
    }
    return i == GRANT_TYPE.length();
  }

  /** Some clients end a body with one. */
  private static int withoutLineEnd(PlainText text, int from, int to) {
    int end = to;
    while (end > from && (text.at(end - 1) == '\n' || text.at(end - 1) == '\r')) {
      end--;
    }
    return end;
  }

  private static String copy(PlainText text, int from, int to) {
    StringBuilder copy = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      copy.append((char) (text.at(i) & 0xFF));
    }
    return copy.toString();
  }
}
