package dev.mcphotfix.agent.oauth.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code WWW-Authenticate} of a response (RFC 9110 section 11.6.1, RFC 6750 section 3). */
public record AuthenticateField(List<String> values) {

  private static final String NAME_ENDS = " \t,";

  /** The first scheme as it may be shown; null where the field is not there. */
  public @Nullable String scheme() {
    return values.isEmpty() ? null : AuthenticationScheme.shown(values.get(0).strip());
  }

  /** What the parameter of that name holds, whose case does not matter; null where none does. */
  public @Nullable String parameter(String name) {
    for (String value : values) {
      String found = parameter(name, value);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String parameter(String name, String value) {
    for (int at = 0; at + name.length() < value.length(); at++) {
      boolean begins = at == 0 || NAME_ENDS.indexOf(value.charAt(at - 1)) >= 0;
      if (begins && value.regionMatches(true, at, name, 0, name.length())) {
        int equals = skipSpace(value, at + name.length());
        if (equals < value.length() && value.charAt(equals) == '=') {
          return word(value, skipSpace(value, equals + 1));
        }
      }
    }
    return null;
  }

  private static String word(String value, int start) {
    boolean quoted = start < value.length() && value.charAt(start) == '"';
    int from = quoted ? start + 1 : start;
    int end = from;
    while (end < value.length() && (quoted ? "\"" : NAME_ENDS).indexOf(value.charAt(end)) < 0) {
      end++;
    }
    return value.substring(from, end);
  }

  private static int skipSpace(String value, int from) {
    int at = from;
    while (at < value.length() && value.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  /** Without the values. */
  @Override
  public String toString() {
    return String.valueOf(scheme());
  }
}
