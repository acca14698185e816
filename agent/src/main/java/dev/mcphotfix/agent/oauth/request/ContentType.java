package dev.mcphotfix.agent.oauth.request;

import java.util.Locale;

/** What a Content-Type says about a form (RFC 9110 section 8.3); case and order do not matter. */
final class ContentType {

  static final String FORM = "application/x-www-form-urlencoded";
  private static final String CHARSET = "charset=";
  private static final String[] ASCII_COMPATIBLE = {
    "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-", "iso8859", "latin", "windows-125", "cp125"
  };

  private ContentType() {}

  /** Allocates nothing: it is asked for every request of a woven HTTP client. */
  static boolean isForm(String contentType) {
    int start = 0;
    while (start < contentType.length() && contentType.charAt(start) <= ' ') {
      start++;
    }
    int end = start + FORM.length();
    return contentType.regionMatches(true, start, FORM, 0, FORM.length())
        && (end == contentType.length() || "; \t".indexOf(contentType.charAt(end)) >= 0);
  }

  /** Whether ASCII text can be added to a body in the charset that is named, if one is. */
  static boolean isAsciiCompatible(String contentType) {
    String lower = contentType.toLowerCase(Locale.ROOT).replace("\"", "").replace(" ", "");
    int charset = lower.indexOf(CHARSET);
    return charset < 0 || known(lower.substring(charset + CHARSET.length()));
  }

  private static boolean known(String charset) {
    for (String compatible : ASCII_COMPATIBLE) {
      if (charset.startsWith(compatible)) {
        return true;
      }
    }
    return false;
  }
}
