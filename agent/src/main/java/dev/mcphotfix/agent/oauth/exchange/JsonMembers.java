package dev.mcphotfix.agent.oauth.exchange;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text members at the top of a JSON object (RFC 8259), and what else is asked for by its
 * name. Text that is cut off or no JSON yields the members up to there.
 */
final class JsonMembers {

  private final String json;
  private final String other;
  private int at;

  private JsonMembers(String json, String other) {
    this.json = json;
    this.other = other;
  }

  /** Text only. */
  static Map<String, String> of(String json) {
    return of(json, "");
  }

  /**
   * Text, and one that may be no text.
   *
   * @param other its name
   */
  static Map<String, String> of(String json, String other) {
    Map<String, String> members = new HashMap<>();
    JsonMembers reader = new JsonMembers(json, other);
    if (reader.next('{')) {
      reader.readInto(members);
    }
    return members;
  }

  private void readInto(Map<String, String> members) {
    do {
      String name = next('"') ? text() : null;
      if (name == null || !next(':')) {
        return;
      }
      if (!next('"')) {
        int start = at;
        skipValue();
        if (name.equals(other)) {
          members.put(name, json.substring(start, at).strip());
        }
        continue;
      }
      String value = text();
      if (value == null) {
        return;
      }
      members.put(name, value);
    } while (next(','));
  }

  /** Steps over that character, if it comes next behind white space. */
  private boolean next(char expected) {
    while (at < json.length() && json.charAt(at) <= ' ') {
      at++;
    }
    boolean found = at < json.length() && json.charAt(at) == expected;
    at += found ? 1 : 0;
    return found;
  }

  /** Steps to the comma or brace that ends a number, literal, array or object. */
  private void skipValue() {
    int depth = 0;
    while (at < json.length()) {
      char c = json.charAt(at);
      if (depth == 0 && (c == ',' || c == '}')) {
        return;
      }
      at++;
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      if (c == '"' && text() == null) {
        return;
      }
    }
  }

  /** The text up to the closing quote; null where there is none. */
  private @Nullable String text() {
    StringBuilder text = new StringBuilder();
    while (at < json.length()) {
      char c = json.charAt(at++);
      if (c == '"') {
        return text.toString();
      }
      if (c == '\\' && !escape(text)) {
        return null;
      }
      if (c != '\\') {
        text.append(c);
      }
    }
    return null;
  }

  private boolean escape(StringBuilder text) {
    if (at >= json.length()) {
      return false;
    }
    char c = json.charAt(at++);
    if (c == 'u') {
      return unicode(text);
    }
    int index = "bfnrt".indexOf(c);
    text.append(index < 0 ? c : "\b\f\n\r\t".charAt(index));
    return true;
  }

  private boolean unicode(StringBuilder text) {
    int code = 0;
    for (int end = at + 4; at < end; at++) {
      int digit = at < json.length() ? Character.digit(json.charAt(at), 16) : -1;
      if (digit < 0) {
        return false;
      }
      code = code * 16 + digit;
    }
    text.append((char) code);
    return true;
  }
}
