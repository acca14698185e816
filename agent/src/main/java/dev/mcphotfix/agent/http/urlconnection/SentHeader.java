package dev.mcphotfix.agent.http.urlconnection;

import dev.mcphotfix.agent.oauth.request.TokenRequest;
import dev.mcphotfix.agent.oauth.request.TokenRequest.HeaderFields;
import java.util.ArrayList;
import java.util.List;

/**
 * The header of a {@code HttpURLConnection}. Read from the text of the JDK's own object: its
 * methods are not exported, and the connection does not tell an {@code Authorization}.
 *
 * @param text as in {@code sun.net.www.MessageHeader@1 2 pairs: {name: value}{name: value}}
 */
record SentHeader(String text) implements HeaderFields {

  static final String CONTENT_TYPE = "Content-Type";

  static SentHeader of(Object header) {
    return new SentHeader(header.toString());
  }

  @Override
  public List<String> values(String name) {
    List<String> values = new ArrayList<>();
    int start = text.indexOf('{');
    while (start >= 0) {
      int end = text.indexOf("}{", start);
      add(text.substring(start + 1, end < 0 ? text.length() - 1 : end), name, values);
      start = end < 0 ? -1 : end + 1;
    }
    return values.isEmpty() && name.equalsIgnoreCase(CONTENT_TYPE)
        ? List.of(TokenRequest.FORM)
        : values;
  }

  private static void add(String field, String name, List<String> values) {
    int colon = field.indexOf(": ");
    if (colon == name.length() && field.regionMatches(true, 0, name, 0, colon)) {
      values.add(field.substring(colon + 2));
    }
  }
}
