package dev.mcphotfix.agent.command.repair;

import dev.mcphotfix.agent.log.Redaction;
import java.util.Set;

/**
 * A JSON text to be shown: all values are masked but those that are known to be harmless, and the
 * names are bounded. Its lines are the lines of the text.
 */
final class MaskedText {

  private static final String MASK = "***";

  /** A client id is no secret (RFC 6749 section 2.2). */
  private static final Set<String> NAMES =
      Set.of("serverName", "server_name", "clientId", "client_id", "type");

  private static final Set<String> URLS = Set.of("serverUrl", "server_url", "mcpServerUrl");

  private static final Set<String> TIMES = Set.of("expiresAt", "expires_at", "expires_in");

  private final String text;
  private final StringBuilder shown = new StringBuilder();
  private String name = "";

  private MaskedText(String text) {
    this.text = text;
  }

  /**
   * The text to show.
   *
   * @param json valid, as scanning it takes that for granted
   */
  static String of(String json) {
    MaskedText masked = new MaskedText(json);
    int i = 0;
    while (i < json.length()) {
      i = masked.next(i);
    }
    return masked.shown.toString();
  }

  /** Answers the position behind what was looked at. */
  private int next(int start) {
    char c = text.charAt(start);
    if (c == '"') {
      return string(start);
    }
    if (c == '-' || (c >= '0' && c <= '9')) {
      return number(start);
    }
    // A value has a name of its own only right behind that.
    name = ",[]{}".indexOf(c) < 0 ? name : "";
    shown.append(c);
    return start + 1;
  }

  private int string(int start) {
    int end = start + 1;
    while (text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    String content = text.substring(start + 1, end);
    boolean isName = isName(end + 1);
    shown.append('"').append(isName ? Redaction.text(content) : value(content)).append('"');
    name = isName ? content : "";
    return end + 1;
  }

  private int number(int start) {
    int end = start;
    while (end < text.length() && "+-.0123456789eE".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    shown.append(TIMES.contains(name) ? text.substring(start, end) : MASK);
    return end;
  }

  private boolean isName(int behind) {
    int i = behind;
    while (i < text.length() && " \t\r\n".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i < text.length() && text.charAt(i) == ':';
  }

  private String value(String content) {
    if (content.isEmpty()) {
      return "";
    }
    if (NAMES.contains(name)) {
      return Redaction.oneLine(content);
    }
    boolean isUrl = URLS.contains(name) && content.contains("//");
    return isUrl ? Redaction.oneLine(Redaction.url(content)) : MASK;
  }
}
