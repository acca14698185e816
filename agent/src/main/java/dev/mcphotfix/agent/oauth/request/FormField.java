package dev.mcphotfix.agent.oauth.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * One field of a form, and where it stands in the form's text.
 *
 * @param name decoded
 * @param value decoded; empty where the field has none
 * @param valueStart where the value begins; the field's end where there is no {@code =}
 * @param end behind the last character of the field
 * @param assigned whether there is a {@code =}
 */
public record FormField(String name, String value, int valueStart, int end, boolean assigned) {

  static FormField parse(String text, int start, int end) {
    int equals = text.indexOf('=', start);
    boolean assigned = equals >= 0 && equals < end;
    int nameEnd = assigned ? equals : end;
    int valueStart = assigned ? equals + 1 : end;
    return new FormField(
        decode(text.substring(start, nameEnd)),
        decode(text.substring(valueStart, end)),
        valueStart,
        end,
        assigned);
  }

  /** Without the value, which may be a credential. */
  @Override
  public String toString() {
    return name;
  }

  /** Text with a bad escape stays as it is: such a form is never changed. */
  private static String decode(String text) {
    boolean plain = text.indexOf('%') < 0 && text.indexOf('+') < 0;
    return !plain && wellFormed(text) ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text;
  }

  /** Whether each {@code %} is followed by two hexadecimal digits. */
  static boolean wellFormed(String text) {
    int percent = text.indexOf('%');
    while (percent >= 0) {
      if (percent + 2 >= text.length()
          || !hexadecimal(text.charAt(percent + 1))
          || !hexadecimal(text.charAt(percent + 2))) {
        return false;
      }
      percent = text.indexOf('%', percent + 3);
    }
    return true;
  }

  private static boolean hexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
